/** TOML and INI files. */
import { HASH, type Lexicon, tokenize } from '../lexer.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Language } from './language.ts';

const lexicon: Lexicon = {
  lineComments: [HASH],
  strings: [
    { open: /"""/y, close: '"""', escape: 'backslash', isMultiline: true },
    { open: /'''/y, close: "'''", isMultiline: true },
    { open: /"/y, close: '"', escape: 'backslash' },
    { open: /'/y, close: "'" },
  ],
  word: /[A-Za-z_][\w-]*/y,
};

export const toml: Language = {
  name: 'toml',
  isCode: false,
  open: (text, _path, candidates) =>
    createTreeSites(tokenize(text, lexicon), candidates, text.length),
};

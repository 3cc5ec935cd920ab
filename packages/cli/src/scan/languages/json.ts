/** JSON, JSON with comments, and JSON lines. */
import { BLOCK, DOUBLE, type Lexicon, SINGLE, SLASHES, tokenize } from '../lexer.ts';
import { createTreeSites } from '../tree-sites.ts';
import type { Language } from './language.ts';

export const JSON_LEXICON: Lexicon = {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [DOUBLE, SINGLE],
};

export const json: Language = {
  name: 'json',
  isCode: false,
  open: (text, _path, candidates) =>
    createTreeSites(tokenize(text, JSON_LEXICON), candidates, text.length, { allowsEmpty: true }),
};

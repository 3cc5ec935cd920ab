/** TOML and INI files, and the language of Terraform, which has the same values. */
import { BLOCK, DOUBLE, HASH, type Lexicon, SLASHES, tokenize } from '../lexer.ts';
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

const hclLexicon: Lexicon = {
  lineComments: [HASH, SLASHES],
  blockComments: [BLOCK],
  strings: [DOUBLE],
  word: /[A-Za-z_][\w-]*/y,
};

const define = (name: string, words: Lexicon): Language => ({
  name,
  isCode: false,
  open: (text, _path, candidates) =>
    createTreeSites(tokenize(text, words), candidates, text.length),
});

export const toml: Language = define('toml', lexicon);
export const hcl: Language = define('hcl', hclLexicon);

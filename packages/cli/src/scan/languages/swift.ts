/** Swift, and Dart, whose literals are alike. */
import { BLOCK, DOUBLE, SINGLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

const comments = { lineComments: [SLASHES], blockComments: [BLOCK] } as const;
const block = { open: /"""/y, close: '"""', escape: 'backslash', isMultiline: true } as const;

export const swift: Language = defineLanguage('swift', {
  ...comments,
  strings: [{ open: /(#+)"/y, close: (match) => `"${match[1]}`, isMultiline: true }, block, DOUBLE],
});

export const dart: Language = defineLanguage('dart', {
  ...comments,
  strings: [
    block,
    { open: /'''/y, close: "'''", escape: 'backslash', isMultiline: true },
    DOUBLE,
    SINGLE,
  ],
});

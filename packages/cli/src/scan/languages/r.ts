/** R. */
import { DOUBLE, HASH, SINGLE } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

export const r: Language = defineLanguage('r', {
  lineComments: [HASH],
  strings: [
    {
      open: /[rR](["'])(-*)([([{])/y,
      close: ([, quote, dashes, bracket]) => `${CLOSING[bracket as string]}${dashes}${quote}`,
      isMultiline: true,
    },
    { ...DOUBLE, isMultiline: true },
    { ...SINGLE, isMultiline: true },
    { open: /`/y, close: '`' },
  ],
  word: /[\p{L}_.][\p{L}\p{N}_.]*/uy,
});

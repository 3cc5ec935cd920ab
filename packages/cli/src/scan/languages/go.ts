/** Go. */
import { BLOCK, CHARACTER, DOUBLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const go: Language = defineLanguage('go', {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [{ open: /`/y, close: '`', isMultiline: true }, DOUBLE, CHARACTER],
});

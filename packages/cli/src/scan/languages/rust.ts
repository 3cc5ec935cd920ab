/** Rust. */
import { BLOCK, CHARACTER, DOUBLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const rust: Language = defineLanguage('rust', {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [
    { open: /b?r(#*)"/y, close: (match) => `"${match[1]}`, isMultiline: true },
    { ...DOUBLE, isMultiline: true },
    CHARACTER,
  ],
});

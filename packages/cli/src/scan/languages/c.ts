/** C, C++ and Objective-C. */
import { BLOCK, CHARACTER, DOUBLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const c: Language = defineLanguage('c', {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [
    {
      open: /(?:u8|[uUL])?R"([^()\\\s]{0,16})\(/y,
      close: (match) => `)${match[1]}"`,
      isMultiline: true,
    },
    DOUBLE,
    CHARACTER,
  ],
});

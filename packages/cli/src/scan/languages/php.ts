/** PHP. */
import { BLOCK, DOUBLE, HASH, SINGLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const php: Language = defineLanguage(
  'php',
  {
    lineComments: [SLASHES, /#(?!\[)/y],
    blockComments: [BLOCK],
    strings: [
      {
        open: /<<<[ \t]*["']?(\w+)["']?[^\n]*\n/y,
        close: (match) => new RegExp(`^[ \\t]*${match[1]}\\b`),
        isMultiline: true,
      },
      { ...DOUBLE, isMultiline: true },
      { ...SINGLE, isMultiline: true },
    ],
  },
  { allowsEmpty: true },
);

/** Perl, whose strings and comments are those of PHP's shell ancestry. */
export const perl: Language = defineLanguage('perl', {
  lineComments: [HASH],
  strings: [
    { ...DOUBLE, isMultiline: true },
    { ...SINGLE, isMultiline: true },
  ],
});

/** C# and F#. */
import { BLOCK, CHARACTER, DOUBLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const csharp: Language = defineLanguage('csharp', {
  lineComments: [SLASHES],
  blockComments: [BLOCK],
  strings: [
    { open: /\$*("{3,})/y, close: (match) => match[1] as string, isMultiline: true },
    { open: /(?:\$@|@\$?)"/y, close: '"', escape: 'double', isMultiline: true },
    { open: /\$"/y, close: '"', escape: 'backslash' },
    DOUBLE,
    CHARACTER,
  ],
});

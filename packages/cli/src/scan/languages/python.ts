/** Python. */
import { DOUBLE, HASH, SINGLE } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const python: Language = defineLanguage(
  'python',
  {
    lineComments: [HASH],
    strings: [
      { open: /"""/y, close: '"""', escape: 'backslash', isMultiline: true },
      { open: /'''/y, close: "'''", escape: 'backslash', isMultiline: true },
      DOUBLE,
      SINGLE,
    ],
  },
  { allowsEmpty: true },
);

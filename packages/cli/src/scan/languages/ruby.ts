/** Ruby, and Elixir, whose literals are alike. */
import { DOUBLE, HASH, SINGLE } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}', '<': '>' };

export const ruby: Language = defineLanguage(
  'ruby',
  {
    lineComments: [HASH],
    blockComments: [[/=begin\b/y, '\n=end']],
    strings: [
      {
        open: /[%~][wWiIqQs]?([[({<|!])/y,
        close: (match) => CLOSING[match[1] as string] ?? (match[1] as string),
        escape: 'backslash',
        isMultiline: true,
      },
      {
        open: /<<[~-]?["']?([A-Z_][A-Z_0-9]*)["']?[^\n]*\n/y,
        close: (match) => new RegExp(`^[ \\t]*${match[1]}$`),
        isMultiline: true,
      },
      { ...DOUBLE, isMultiline: true },
      { ...SINGLE, isMultiline: true },
      { open: /`/y, close: '`', escape: 'backslash' },
    ],
  },
  { allowsEmpty: true },
);

/** Lua. */
import { DOUBLE, SINGLE } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

export const lua: Language = defineLanguage('lua', {
  lineComments: [/--(?!\[=*\[)/y],
  blockComments: [[/--\[\[/y, ']]']],
  strings: [
    {
      open: /(?:--)?\[(=*)\[/y,
      close: (match) => `]${match[1]}]`,
      isMultiline: true,
    },
    DOUBLE,
    SINGLE,
  ],
});

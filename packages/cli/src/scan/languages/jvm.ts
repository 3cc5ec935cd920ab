/** Java, Kotlin, Scala and Groovy. */
import { BLOCK, CHARACTER, DOUBLE, type Lexicon, SINGLE, SLASHES } from '../lexer.ts';
import type { Language } from './language.ts';
import { defineLanguage } from './tokens.ts';

const comments = { lineComments: [SLASHES], blockComments: [BLOCK] } as const;
const block = { open: /"""/y, close: '"""', escape: 'backslash', isMultiline: true } as const;
const raw = { open: /"""/y, close: '"""', isMultiline: true } as const;

const javaLexicon: Lexicon = { ...comments, strings: [block, DOUBLE, CHARACTER] };
const kotlinLexicon: Lexicon = { ...comments, strings: [raw, DOUBLE, CHARACTER] };

export const java: Language = defineLanguage('java', javaLexicon);
export const kotlin: Language = defineLanguage('kotlin', kotlinLexicon);
export const scala: Language = defineLanguage('scala', kotlinLexicon);
export const groovy: Language = defineLanguage('groovy', {
  ...comments,
  strings: [
    block,
    { open: /'''/y, close: "'''", escape: 'backslash', isMultiline: true },
    DOUBLE,
    SINGLE,
  ],
});

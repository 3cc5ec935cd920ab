/** A tokeniser for string literals, comments, words and brackets, driven by a table. */
import type { Token } from './tree.ts';

/** A form of string literals. */
export interface StringForm {
  /** Matches the opening at the current position; must be sticky. */
  readonly open: RegExp;
  /** The end, or a function of the opening's match that returns it. */
  readonly close: string | RegExp | ((match: RegExpExecArray) => string | RegExp);
  /** `backslash`: it escapes the next character. `double`: two ends are one character. */
  readonly escape?: 'backslash' | 'double';
  /** The literal may have line breaks. Default: a line break ends it. */
  readonly isMultiline?: boolean;
}

/** The table of a language. */
export interface Lexicon {
  readonly lineComments: readonly RegExp[];
  readonly blockComments?: readonly (readonly [RegExp, string])[];
  readonly strings: readonly StringForm[];
  /** Matches a word; must be sticky. */
  readonly word?: RegExp;
}

/** The usual forms. */
export const DOUBLE: StringForm = { open: /"/y, close: '"', escape: 'backslash' };
export const SINGLE: StringForm = { open: /'/y, close: "'", escape: 'backslash' };
/** A character or a lifetime: `'a'`, `'\n'`; a single quote alone is no string. */
export const CHARACTER: StringForm = {
  open: /'(?=(?:\\.[^']{0,8}|[^'\\\n])')/y,
  close: "'",
  escape: 'backslash',
};
export const BLOCK: readonly [RegExp, string] = [/\/\*/y, '*/'];
export const SLASHES: RegExp = /\/\//y;
export const HASH: RegExp = /#/y;

const WORD = /[\p{L}_$@][\p{L}\p{N}_$]*(?:[?!](?![=]))?/uy;
const NUMBER = /[0-9][0-9a-zA-Z_.]*/y;
const OPERATOR =
  /===|!==|\?\?=|\|\|=|&&=|<=>|\.\.\.|%[a-z]+%|==|!=|=>|->|<-|<<|:=|::|\?\.|\?\?|\|>|&&|\|\||\+=|-=|<=|>=|=~|!~|[^\s\w]/uy;
const SPACE = /[^\S\n]+/y;

/** Splits a text into tokens. Anything unknown is an operator of one character. */
export function tokenize(text: string, lexicon: Lexicon): Token[] {
  const tokens: Token[] = [];
  const word = lexicon.word ?? WORD;
  let at = 0;
  while (at < text.length) {
    const space = matchAt(SPACE, text, at);
    if (space) {
      at += space[0].length;
      continue;
    }
    const token =
      readComment(text, at, lexicon) ?? readString(text, at, lexicon) ?? readPlain(text, at, word);
    tokens.push(token);
    at = token.end;
  }
  return tokens;
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function readComment(text: string, at: number, lexicon: Lexicon): Token | undefined {
  for (const [open, close] of lexicon.blockComments ?? []) {
    const match = matchAt(open, text, at);
    if (!match) continue;
    const found = text.indexOf(close, at + match[0].length);
    const end = found < 0 ? text.length : found + close.length;
    return { kind: 'comment', start: at, end, text: '' };
  }
  if (!lexicon.lineComments.some((pattern) => matchAt(pattern, text, at))) return undefined;
  const found = text.indexOf('\n', at);
  return { kind: 'comment', start: at, end: found < 0 ? text.length : found, text: '' };
}

function readString(text: string, at: number, lexicon: Lexicon): Token | undefined {
  for (const form of lexicon.strings) {
    const match = matchAt(form.open, text, at);
    if (!match) continue;
    const start = at + match[0].length;
    const close = typeof form.close === 'function' ? form.close(match) : form.close;
    const [innerEnd, end] = findClose(text, start, close, form);
    return {
      kind: 'string',
      start: at,
      end,
      text: text.slice(start, innerEnd),
      inner: { start, end: innerEnd },
    };
  }
  return undefined;
}

/** Finds the end of the content, and of the literal. */
function findClose(
  text: string,
  start: number,
  close: string | RegExp,
  { escape: escapes, isMultiline }: StringForm,
): [number, number] {
  if (typeof close !== 'string') {
    const match = matchAt(new RegExp(close.source, 'gm'), text, start);
    return match ? [match.index, match.index + match[0].length] : [text.length, text.length];
  }
  if (isMultiline && escapes === undefined) {
    const found = text.indexOf(close, start);
    return found < 0 ? [text.length, text.length] : [found, found + close.length];
  }
  for (let i = start; i < text.length; i++) {
    if (escapes === 'backslash' && text[i] === '\\') i++;
    else if (text[i] === '\n' && !isMultiline) return [i, i];
    else if (text.startsWith(close, i)) {
      if (escapes !== 'double' || !text.startsWith(close, i + close.length))
        return [i, i + close.length];
      i += close.length;
    }
  }
  return [text.length, text.length];
}

function readPlain(text: string, at: number, wordPattern: RegExp): Token {
  const first = text[at] as string;
  if (first === '\n') return { kind: 'newline', start: at, end: at + 1, text: '\n' };
  if ('([{'.includes(first)) return { kind: 'open', start: at, end: at + 1, text: first };
  if (')]}'.includes(first)) return { kind: 'close', start: at, end: at + 1, text: first };
  const word = matchAt(wordPattern, text, at) ?? matchAt(NUMBER, text, at);
  if (word) return { kind: 'word', start: at, end: at + word[0].length, text: word[0] };
  const operator = matchAt(OPERATOR, text, at);
  const value = operator ? operator[0] : first;
  return { kind: 'operator', start: at, end: at + value.length, text: value };
}

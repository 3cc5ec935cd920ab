/** Escapes of string literals. */
import type { Piece } from '../text.ts';

/** A string literal. */
export interface StringLiteral {
  readonly end: number;
  readonly piece: Piece;
  /** False if the literal contains the value of a variable. */
  readonly isWhole: boolean;
}

/** An escape of C, and of most languages. */
export const ESCAPE: RegExp =
  /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|u\{([\da-fA-F]{1,6})\}|\r?\n|[\s\S])/y;
const LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f' };

/** Decodes an escape that `ESCAPE` matches. */
export function decodeEscape([all, hex, unicode, long]: RegExpExecArray): string {
  const code = hex ?? unicode ?? long;
  if (code !== undefined) {
    const number = Number.parseInt(code, 16);
    return number > 0x10ffff ? '\ufffd' : String.fromCodePoint(number);
  }
  const char = all.slice(1);
  return char.endsWith('\n') ? '' : (LETTERS[char] ?? char);
}

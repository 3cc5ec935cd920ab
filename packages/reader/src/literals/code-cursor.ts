/** A position in code, which moves over white space, comments, strings and expressions. */
import type { Dialect } from '../code/dialect.ts';
import { matchAt } from '../text.ts';
import type { StringLiteral } from './escape.ts';
import { readString } from './string-literal.ts';

const MAX_UNCLOSED = 100;
const SPACE = /\s+/y;
const LINE_COMMENT = /(?:\/\/|#)[^\n]*/y;
const OPENING = '([{';
export const CLOSING = ')]}';

/** Moves over the code of a language. */
export class CodeCursor {
  readonly text: string;
  at: number;
  protected readonly dialect: Dialect;
  #unclosed = 0;

  constructor(text: string, at: number, dialect: Dialect = 'code') {
    this.text = text;
    this.at = at;
    this.dialect = dialect;
  }

  /** Skips white space and comments. */
  skipSpace(): void {
    for (;;) {
      const before = this.at;
      this.skip(SPACE);
      if (this.text.startsWith('/*', this.at)) {
        const end = this.text.indexOf('*/', this.at + 2);
        this.at = end < 0 ? this.text.length : end + 2;
      } else if (this.dialect === 'powershell' && this.text[this.at] === '`') {
        if (!this.skip(/`\r?\n/y)) return;
      } else if (!/[/#]/.test(this.text[this.at] ?? '') || !this.skip(LINE_COMMENT)) {
        if (this.at === before) return;
      }
    }
  }

  protected readString(at: number): StringLiteral | undefined {
    return readString(this.text, at, this.dialect === 'powershell' ? 'powershell' : 'code');
  }

  protected skip(pattern: RegExp): boolean {
    const length = matchAt(pattern, this.text, this.at)?.[0].length ?? 0;
    this.at += length;
    return length > 0;
  }

  /** Tests if nothing that belongs to the value follows. */
  protected isAtEnd(): boolean {
    const end = this.at;
    this.skipSpace();
    const char = this.text[this.at];
    const isNewLine = this.text.slice(end, Math.min(this.at, end + 10_000)).includes('\n');
    const isEnd =
      char === undefined ||
      ',;)]}'.includes(char) ||
      (this.dialect === 'powershell'
        ? isNewLine || /[-|]/.test(char)
        : isNewLine && !/[.+?|&<>=*/]/.test(char));
    // A line break may end a command.
    if (isEnd) this.at = end;
    return isEnd;
  }

  /** Reads a string, unless too many did not end: they would take quadratic time. */
  #readStringInside(): StringLiteral | undefined {
    if (this.#unclosed > MAX_UNCLOSED) return undefined;
    const string = this.readString(this.at);
    if (!string) this.#unclosed += 1;
    return string;
  }

  /** Moves to the next separator on its own level. */
  protected skipRest(): void {
    const { text } = this;
    const lineEnd = this.dialect === 'powershell' ? '\n' : ',';
    let depth = 0;
    while (this.at < text.length) {
      const char = text[this.at] as string;
      const string = `"'\``.includes(char) ? this.#readStringInside() : undefined;
      if (string) this.at = string.end;
      else if (char === '\\') this.at += 1;
      else if (OPENING.includes(char)) depth += 1;
      else if (CLOSING.includes(char)) {
        if (depth === 0) break;
        depth -= 1;
      } else if (depth === 0 && (char === ',' || char === ';' || char === lineEnd)) break;
      if (!string) this.at += 1;
    }
  }
}

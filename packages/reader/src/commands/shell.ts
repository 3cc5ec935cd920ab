/** Splits a shell command into words with the place of each character. Runs nothing. */

import { matchAt, type Piece, PieceBuilder, type Source } from '../text.ts';
import { SHELL_NAME, type ShellText } from './shell-text.ts';

/** A word of a command. */
export interface Word {
  readonly piece: Piece;
  /** The word contains a variable or the output of a command. */
  readonly hasVariable: boolean;
}
/** The words of one command. */
export interface Command {
  readonly words: readonly Word[];
  readonly start: number;
  /** The offset after the command, and after its document, if it has one. */
  readonly end: number;
  /** The document of `<<EOF` or `<<<`. */
  readonly stdin?: Piece;
  /** The shell replaces variables in the document. */
  readonly isStdinOpen: boolean;
  /** The offset of a quotation that does not end. */
  readonly unclosed?: number;
}

const ANSI: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
};
const PLAIN = /[^\s'"\\$|&;<>#`^)]+/y;
const IN_DOUBLE = /[^"\\$`]+/y;
const IN_ANSI = /[^'\\]+/y;
/** A line that continues, in a POSIX shell, in PowerShell, or in a quotation of Markdown. */
const LINE_BREAK = /(?:\\[ \t]*|`)\r?\n(?:[ \t]{0,20}>[ \t])?/y;
const ANSI_CODE = /x[0-9a-f]{1,2}|u[0-9a-f]{1,4}|U[0-9a-f]{1,8}|[0-7]{1,3}/iy;
const VARIABLE = /\$(?:\w+|\{[^}\n]{0,200}\})/y;
/** A variable without an operator. */
const NAMED = new RegExp(SHELL_NAME, 'y');
/** The number of `$(` that do not end after which no more are looked at, for linear time. */
const MAX_FAILED = 50;
const DOCUMENT = /<<-?[ \t]*(["']?)(\w{1,60})\1/y;

/**
 * Splits a command as a POSIX shell does, including the `$'…'` that browsers write when they copy a
 * request. Stops at the end of the command.
 */
export function splitCommand(source: Source, start: number, around: Around = {}): Command {
  return new Splitter(source, start, around).split();
}

/** The text around a command. */
export interface Around {
  readonly shell?: ShellText | undefined;
  /** Backslashes before quotation marks are not sent, also in single quotes. */
  readonly isPowerShell?: boolean;
  /** The text that another command prints into this one. */
  readonly stdin?: Piece | undefined;
  /** The beginning of a document of another command, which prints it into this one. */
  readonly document?: { readonly name: string; readonly isOpen: boolean } | undefined;
}

class Splitter {
  readonly #source: Source;
  readonly #text: string;
  readonly #start: number;
  readonly #builder = new PieceBuilder();
  readonly #words: Word[] = [];
  #hasVariable = false;
  #failed = 0;
  #isOpenDocument = false;
  #at: number;
  #stdin: Piece | undefined;
  #document: string | undefined;
  #unclosed: number | undefined;
  readonly #shell: ShellText | undefined;
  readonly #isPowerShell: boolean;

  constructor(source: Source, start: number, around: Around) {
    const { shell, stdin, document } = around;
    this.#source = source;
    this.#isPowerShell = around.isPowerShell ?? false;
    this.#shell = shell;
    this.#stdin = stdin;
    this.#document = document?.name;
    this.#isOpenDocument = document?.isOpen ?? false;
    this.#text = source.text;
    this.#start = start;
    this.#at = start;
  }

  split(): Command {
    while (this.#at < this.#text.length && this.#step());
    this.#endWord();
    if (this.#document !== undefined) this.#readDocument(this.#document);
    return {
      words: this.#words,
      start: this.#start,
      end: Math.min(this.#at, this.#text.length),
      ...(this.#stdin && { stdin: this.#stdin }),
      isStdinOpen: this.#isOpenDocument && /\$[A-Za-z_{(]/.test(this.#stdin?.text ?? ''),
      ...(this.#unclosed !== undefined && { unclosed: this.#unclosed }),
    };
  }

  /** Reads the next part. Returns false at the end of the command. */
  #step(): boolean {
    const text = this.#text;
    const char = text[this.#at] as string;
    if (char === "'" || char === '"' || text.startsWith("$'", this.#at))
      return this.#readQuotation();
    const lineBreak = matchAt(LINE_BREAK, text, this.#at)?.[0];
    if (lineBreak) this.#at += lineBreak.length;
    else if (char === '\\') this.#readBackslash();
    else if (/\s/.test(char)) {
      this.#endWord();
      if (char === '\n') return false;
      this.#at += 1;
    } else if (text.startsWith('<<<', this.#at)) {
      this.#endWord();
      return this.#readHereString();
    } else if (char === '<') return this.#readRedirection();
    else if (char === '`' || '|&;>)'.includes(char)) return false;
    else if (char === '#' && !this.#builder.isOpen) {
      const end = text.indexOf('\n', this.#at);
      this.#at = end < 0 ? text.length : end;
    } else this.#readPlain(char);
    return true;
  }

  #readPlain(char: string): void {
    const isVariable = char === '$' && this.#readVariable();
    if (isVariable) return;
    const plain = matchAt(PLAIN, this.#text, this.#at)?.[0] ?? char;
    this.#builder.add(plain, this.#at);
    this.#at += plain.length;
  }

  #endWord(): void {
    if (this.#builder.isOpen)
      this.#words.push({ piece: this.#builder.take(), hasVariable: this.#hasVariable });
    this.#hasVariable = false;
  }

  /**
   * Reads `$NAME` or `${NAME}` as the value that the text assigns, and anything else unchanged.
   */
  #readVariable(): boolean {
    if (this.#readKnown()) return true;
    const variable =
      matchAt(VARIABLE, this.#text, this.#at)?.[0] ??
      (this.#text.startsWith('$(', this.#at) ? this.#findSubstitution() : undefined);
    if (variable === undefined) return false;
    this.#builder.add(variable, this.#at);
    this.#hasVariable = true;
    this.#at += variable.length;
    return true;
  }

  /** Reads a variable whose value is in the text, or a document that `$(cat <<EOF …)` prints. */
  #readKnown(): boolean {
    const printed = this.#shell?.readPrinted(this.#at);
    const name = matchAt(NAMED, this.#text, this.#at);
    const piece = printed?.piece ?? this.#shell?.lookUp(name?.[1] ?? name?.[2] ?? '', this.#at);
    if (!piece) return false;
    this.#builder.addPiece(piece);
    this.#hasVariable ||= printed?.isOpen ?? false;
    this.#at = printed?.end ?? this.#at + (name?.[0].length ?? 0);
    return true;
  }

  #findSubstitution(): string | undefined {
    if (this.#failed > MAX_FAILED) return undefined;
    let depth = 0;
    const end = Math.min(this.#text.length, this.#at + 2000);
    for (let i = this.#at + 1; i < end; i++) {
      if (this.#text[i] === '(') depth += 1;
      if (this.#text[i] === ')' && --depth === 0) return this.#text.slice(this.#at, i + 1);
    }
    this.#failed += 1;
    return undefined;
  }

  #readHereString(): boolean {
    this.#at += 3;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    const before = this.#words.length;
    while (this.#at < this.#text.length && !/\s/.test(this.#text[this.#at] ?? '') && this.#step());
    this.#endWord();
    this.#stdin = this.#words.splice(before)[0]?.piece;
    return true;
  }

  #readRedirection(): boolean {
    const document = matchAt(DOCUMENT, this.#text, this.#at);
    if (!document) return false;
    this.#endWord();
    this.#document = document[2];
    this.#isOpenDocument = document[1] === '';
    this.#at += document[0].length;
    return true;
  }

  /** Reads the document, which begins in the next line. */
  #readDocument(name: string): void {
    const line = this.#text.indexOf('\n', this.#at);
    if (line < 0) return;
    const start = line + 1;
    const close = new RegExp(`^[ \\t>]{0,40}${name}[ \\t\\r]{0,40}$`, 'm');
    const found = close.exec(this.#text.slice(start));
    const end = found ? start + found.index : this.#text.length;
    const document = this.#source.slice(start, end);
    this.#stdin = (this.#isOpenDocument && this.#shell?.expand(document)) || document;
    this.#at = end + (found?.[0].length ?? 0);
  }

  /** Reads `'…'`, `"…"` or `$'…'`. Returns false if it does not end. */
  #readQuotation(): boolean {
    const text = this.#text;
    const open = this.#at;
    if (text[open] === "'") {
      const close = text.indexOf("'", open + 1);
      if (close < 0) return this.#fail(open);
      this.#addSingle(open + 1, close);
      this.#at = close + 1;
      return true;
    }
    const isAnsi = text[open] === '$';
    this.#at = open + (isAnsi ? 2 : 1);
    this.#builder.add('', this.#at);
    while (this.#at < text.length) {
      const plain = matchAt(isAnsi ? IN_ANSI : IN_DOUBLE, text, this.#at)?.[0];
      if (plain) this.#builder.add(plain, this.#at);
      this.#at += plain?.length ?? 0;
      const char = text[this.#at];
      if (char === (isAnsi ? "'" : '"')) {
        this.#at += 1;
        return true;
      }
      if (char === '\\') this.#readEscape(isAnsi);
      else if (char !== undefined && !plain && !(char === '$' && this.#readVariable())) {
        this.#builder.add(char, this.#at);
        this.#at += 1;
      }
    }
    return this.#fail(open);
  }

  /** Adds a text in single quotes. */
  #addSingle(start: number, end: number): void {
    this.#builder.add('', start);
    let from = start;
    const mark = '\\"';
    while (this.#isPowerShell) {
      const at = this.#text.indexOf(mark, from);
      if (at < 0 || at >= end) break;
      this.#builder.add(this.#text.slice(from, at), from);
      this.#builder.add('"', at);
      from = at + mark.length;
    }
    this.#builder.add(this.#text.slice(from, end), from);
  }

  #fail(at: number): boolean {
    this.#unclosed = at;
    this.#at = this.#text.length;
    return false;
  }

  #readBackslash(): void {
    const next = this.#text[this.#at + 1];
    if (next !== undefined) this.#builder.add(next, this.#at);
    this.#at += 2;
  }

  /** Reads one escape inside of quotation marks. */
  #readEscape(isAnsi: boolean): void {
    const at = this.#at;
    const next = this.#text[at + 1] ?? '';
    this.#at += 2;
    if (next === '\n' && !isAnsi) return;
    if (!isAnsi) {
      if ('"\\$`'.includes(next)) this.#builder.add(next, at);
      else this.#builder.add(`\\${next}`, at);
      return;
    }
    const code = matchAt(ANSI_CODE, this.#text, at + 1)?.[0];
    if (code === undefined) {
      this.#builder.add(ANSI[next] ?? (`'"\\?`.includes(next) ? next : `\\${next}`), at);
      return;
    }
    const isHex = /^[xu]/i.test(code);
    const number = Number.parseInt(isHex ? code.slice(1) : code, isHex ? 16 : 8);
    // The halves of a surrogate pair are two escapes.
    const char =
      number <= 0xffff
        ? String.fromCharCode(number)
        : String.fromCodePoint(Math.min(number, 0x10ffff));
    this.#builder.add(char, at);
    this.#at = at + code.length + 1;
  }
}

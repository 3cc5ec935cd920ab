/** Splits a shell command into words with the place of each character. Runs nothing. */

/** A part of a word that begins at `at` in the word, and at `from` in the source. */
export interface Run {
  readonly at: number;
  readonly from: number;
}
export interface Word {
  readonly text: string;
  readonly runs: readonly Run[];
}
/** The words of the first command, or the offset of a quotation that does not end. */
export type Words =
  | { readonly words: readonly Word[]; readonly unclosed?: undefined }
  | { readonly words?: undefined; readonly unclosed: number };

const ANSI: Record<string, string> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\x07',
  b: '\b',
  e: '\x1b',
  f: '\f',
  v: '\v',
};
const PLAIN = /[^\s'"\\$|&;<>#]+/y;
const IN_DOUBLE = /[^"\\]+/y;
const IN_ANSI = /[^'\\]+/y;
const LINE_BREAK = /\\\r?\n/y;
const ANSI_CODE = /x[0-9a-f]{1,2}|u[0-9a-f]{1,4}|U[0-9a-f]{1,8}|[0-7]{1,3}/iy;

/** Collects words from their parts. */
class WordBuilder {
  readonly words: Word[] = [];
  #parts: string[] = [];
  #runs: Run[] = [];
  #length = 0;

  /** A word has begun and not ended. */
  get isOpen(): boolean {
    return this.#runs.length > 0;
  }

  /** Adds a part of a word, which begins at `from` in the source. */
  add(text: string, from: number): void {
    this.#runs.push({ at: this.#length, from });
    this.#parts.push(text);
    this.#length += text.length;
  }

  /** Ends the word, if one has begun. */
  end(): void {
    if (this.isOpen) this.words.push({ text: this.#parts.join(''), runs: this.#runs });
    this.#parts = [];
    this.#runs = [];
    this.#length = 0;
  }
}

/**
 * Splits a text into words as a POSIX shell does, including the `$'…'` that browsers write when
 * they copy a request. Stops at the end of the first command.
 */
export function splitShellWords(source: string): Words {
  const builder = new WordBuilder();
  let at = 0;
  while (at < source.length) {
    const char = source[at] as string;
    if (char === "'" || char === '"' || source.startsWith("$'", at)) {
      const end = readQuotation(source, at, builder);
      if (end === undefined) return { unclosed: at };
      at = end;
    } else if (char === '\\') at = readBackslash(source, at, builder);
    else if (/\s/.test(char)) {
      builder.end();
      at += 1;
      if (char === '\n' && builder.words.length > 0) break;
    } else if ('|&;<>'.includes(char)) break;
    else if (char === '#' && !builder.isOpen) {
      const end = source.indexOf('\n', at);
      at = end < 0 ? source.length : end;
    } else {
      const text = matchAt(PLAIN, source, at) || char;
      builder.add(text, at);
      at += text.length;
    }
  }
  builder.end();
  return { words: builder.words };
}

function matchAt(pattern: RegExp, source: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(source)?.[0] ?? '';
}

/** Reads `'…'`, `"…"` or `$'…'`. Returns the offset behind it, or nothing if it does not end. */
function readQuotation(source: string, start: number, builder: WordBuilder): number | undefined {
  if (source[start] === "'") {
    const close = source.indexOf("'", start + 1);
    if (close < 0) return undefined;
    builder.add(source.slice(start + 1, close), start + 1);
    return close + 1;
  }
  const ansi = source[start] === '$';
  let at = start + (ansi ? 2 : 1);
  builder.add('', at);
  while (at < source.length) {
    const text = matchAt(ansi ? IN_ANSI : IN_DOUBLE, source, at);
    if (text) builder.add(text, at);
    at += text.length;
    if (source[at] === (ansi ? "'" : '"')) return at + 1;
    if (source[at] === '\\') at += readEscape(source, at, ansi, builder);
  }
  return undefined;
}

/** Reads a backslash outside of quotation marks. Returns the offset behind the escape. */
function readBackslash(source: string, at: number, builder: WordBuilder): number {
  // A line that continues, also in a text with the line breaks of Windows.
  const lineBreak = matchAt(LINE_BREAK, source, at);
  if (lineBreak) return at + lineBreak.length;
  if (at + 1 < source.length) builder.add(source[at + 1] as string, at + 1);
  return at + 2;
}

/** Reads one escape inside of quotation marks. Returns its length. */
function readEscape(source: string, i: number, ansi: boolean, builder: WordBuilder): number {
  const next = source[i + 1];
  if (next === undefined) return 1;
  if (next === '\n') {
    if (ansi) builder.add('\\\n', i);
    return 2;
  }
  if (!ansi) {
    if ('"\\$`'.includes(next)) builder.add(next, i + 1);
    else builder.add(`\\${next}`, i);
    return 2;
  }
  ANSI_CODE.lastIndex = i + 1;
  const code = ANSI_CODE.exec(source)?.[0];
  if (code === undefined) {
    builder.add(ANSI[next] ?? (`'"\\?`.includes(next) ? next : `\\${next}`), i);
    return 2;
  }
  const number = /^[xu]/i.test(code)
    ? Number.parseInt(code.slice(1), 16)
    : Number.parseInt(code, 8);
  // The halves of a surrogate pair are two escapes.
  builder.add(
    number <= 0xffff
      ? String.fromCharCode(number)
      : number <= 0x10ffff
        ? String.fromCodePoint(number)
        : '\ufffd',
    i,
  );
  return code.length + 1;
}

/** Gets the offset in the source of a character of a word. */
export function getSourceOffset(runs: readonly Run[], at: number): number {
  let [low, high] = [0, runs.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((runs[middle] as Run).at <= at) low = middle;
    else high = middle - 1;
  }
  const run = runs[low];
  return run ? run.from + Math.max(0, at - run.at) : at;
}

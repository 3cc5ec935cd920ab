/** A shell command's words, with the place in the source that each character comes from. Nothing is expanded or run. */

/** From `at` in the word on, the text stands at `from` in the source, without a gap until the next run. */
export interface Run {
  readonly at: number;
  readonly from: number;
}
export interface Word {
  readonly text: string;
  readonly runs: readonly Run[];
}
/** The first command of a text, or where a quotation begins that never ends. */
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
const ANSI_CODE = /x[0-9a-f]{1,2}|u[0-9a-f]{1,4}|U[0-9a-f]{1,8}|[0-7]{1,3}/iy;

/** Splits as a POSIX shell does, with the `$'…'` that browsers write when they copy a request. Ends at the end of the first command. */
export function splitShellWords(source: string): Words {
  const words: Word[] = [];
  let parts: string[] = [];
  let runs: Run[] = [];
  let length = 0;
  let open = false;
  let i = 0;
  const add = (text: string, from: number): void => {
    runs.push({ at: length, from });
    parts.push(text);
    length += text.length;
    open = true;
  };
  const end = (): void => {
    if (open) words.push({ text: parts.join(''), runs });
    [parts, runs, length, open] = [[], [], 0, false];
  };
  /** Takes what matches at `i`. */
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = i;
    return pattern.exec(source)?.[0] ?? '';
  };
  while (i < source.length) {
    const char = source[i] as string;
    const start = i;
    if (char === "'") {
      const close = source.indexOf("'", i + 1);
      if (close < 0) return { unclosed: start };
      add(source.slice(i + 1, close), i + 1);
      i = close + 1;
    } else if (char === '"' || (char === '$' && source[i + 1] === "'")) {
      const ansi = char === '$';
      i += ansi ? 2 : 1;
      add('', i);
      for (;;) {
        if (i >= source.length) return { unclosed: start };
        const text = take(ansi ? IN_ANSI : IN_DOUBLE);
        if (text) add(text, i);
        i += text.length;
        if (source[i] === (ansi ? "'" : '"')) break;
        if (source[i] !== '\\') continue;
        i += undo(source, i, ansi, add);
      }
      i += 1;
    } else if (char === '\\') {
      // A line that goes on, also in a text that Windows has saved.
      const line = /\\\r?\n/y;
      const next = take(line);
      if (next) i += next.length;
      else {
        if (i + 1 < source.length) add(source[i + 1] as string, i + 1);
        i += 2;
      }
    } else if (/\s/.test(char)) {
      end();
      i += 1;
      if (char === '\n' && words.length > 0) break;
    } else if ('|&;<>'.includes(char)) break;
    else if (char === '#' && !open) {
      const line = source.indexOf('\n', i);
      i = line < 0 ? source.length : line;
    } else {
      const text = take(PLAIN) || char;
      add(text, i);
      i += text.length;
    }
  }
  end();
  return { words };
}

/** Undoes one escape at `i`; answers how long it is. */
function undo(
  source: string,
  i: number,
  ansi: boolean,
  add: (text: string, from: number) => void,
): number {
  const next = source[i + 1];
  if (next === undefined) return 1;
  if (next === '\n') {
    if (ansi) add('\\\n', i);
    return 2;
  }
  if (!ansi) {
    if ('"\\$`'.includes(next)) add(next, i + 1);
    else add(`\\${next}`, i);
    return 2;
  }
  ANSI_CODE.lastIndex = i + 1;
  const code = ANSI_CODE.exec(source)?.[0];
  if (code === undefined) {
    add(ANSI[next] ?? (`'"\\?`.includes(next) ? next : `\\${next}`), i);
    return 2;
  }
  const number = /^[xu]/i.test(code)
    ? Number.parseInt(code.slice(1), 16)
    : Number.parseInt(code, 8);
  // Two \u of a surrogate pair come one by one.
  add(
    number <= 0xffff
      ? String.fromCharCode(number)
      : number <= 0x10ffff
        ? String.fromCodePoint(number)
        : '\ufffd',
    i,
  );
  return code.length + 1;
}

/** Where a character of a word stands in the source. */
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

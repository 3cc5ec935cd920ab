/** Reads string literals of the languages beside JavaScript, Python and PowerShell. */
import type { OtherLanguage } from '../code/dialect.ts';
import { matchAt, PieceBuilder } from '../text.ts';
import { decodeEscape, ESCAPE, type StringLiteral } from './escape.ts';

/** A form of literal. All patterns are sticky. */
interface Form {
  readonly open: RegExp;
  readonly close: (open: RegExpExecArray) => string | RegExp;
  /** `c`: a backslash and a letter. `quote`: only of the quote itself. `double`: two quotes. */
  readonly escapes?: 'c' | 'quote' | 'double';
  /** A variable inside. */
  readonly hole?: RegExp;
  readonly isMultiline?: true;
}

const DOUBLE = { open: /"/y, close: () => '"', escapes: 'c' } as const;
const SINGLE = { open: /'/y, close: () => "'", escapes: 'quote', isMultiline: true } as const;
const BRACES = /(?<!\{)\{[^{}\n]{1,200}\}/y;
const DOLLAR = /\$\{[^}\n]{0,200}\}|\$[A-Za-z_]\w{0,60}/y;
const PHP_HOLE = /\{\$[^}\n]{0,200}\}|\$[A-Za-z_]\w{0,60}(?:->\w{1,60}|\[[^\]\n]{1,60}\])?/y;

const FORMS: Readonly<Record<OtherLanguage, readonly Form[]>> = {
  go: [{ open: /`/y, close: () => '`', isMultiline: true }, DOUBLE],
  csharp: [
    { open: /\$("{3,})/y, close: (open) => open[1] as string, hole: BRACES, isMultiline: true },
    {
      open: /\$\$+("{3,})/y,
      close: (open) => open[1] as string,
      hole: /\{\{[^{}\n]{1,200}\}\}/y,
      isMultiline: true,
    },
    { open: /("{3,})/y, close: (open) => open[1] as string, isMultiline: true },
    {
      open: /(?:\$@|@\$)"/y,
      close: () => '"',
      escapes: 'double',
      hole: BRACES,
      isMultiline: true,
    },
    { open: /@"/y, close: () => '"', escapes: 'double', isMultiline: true },
    { open: /\$"/y, close: () => '"', escapes: 'c', hole: BRACES },
    DOUBLE,
  ],
  java: [{ open: /"""[ \t]*\r?\n/y, close: () => '"""', escapes: 'c', isMultiline: true }, DOUBLE],
  kotlin: [
    { open: /"""/y, close: () => '"""', hole: DOLLAR, isMultiline: true },
    { ...DOUBLE, hole: DOLLAR },
  ],
  ruby: [
    {
      open: /<<[~-]?(["']?)([A-Z]\w{0,60})\1[^\n]*\n/y,
      close: (open) => new RegExp(`^[ \\t]*${open[2]}\\b`, 'gm'),
      hole: /#\{[^}\n]{0,200}\}/y,
      isMultiline: true,
    },
    { ...DOUBLE, hole: /#\{[^}\n]{0,200}\}/y, isMultiline: true },
    SINGLE,
  ],
  php: [
    {
      open: /<<<[ \t]*'(\w{1,60})'\r?\n/y,
      close: (open) => new RegExp(`^[ \\t]*${open[1]}\\b`, 'gm'),
      isMultiline: true,
    },
    {
      open: /<<<[ \t]*("?)([A-Za-z_]\w{0,60})\1\r?\n/y,
      close: (open) => new RegExp(`^[ \\t]*${open[2]}\\b`, 'gm'),
      hole: PHP_HOLE,
      isMultiline: true,
    },
    { ...DOUBLE, hole: PHP_HOLE, isMultiline: true },
    SINGLE,
  ],
  rust: [
    { open: /b?r(#*)"/y, close: (open) => `"${open[1]}`, isMultiline: true },
    { open: /b?"/y, close: () => '"', escapes: 'c', isMultiline: true },
  ],
  swift: [
    { open: /(#+)"/y, close: (open) => `"${open[1]}`, isMultiline: true },
    {
      open: /"""/y,
      close: () => '"""',
      escapes: 'c',
      hole: /\\\([^)\n]{0,200}\)/y,
      isMultiline: true,
    },
    { ...DOUBLE, hole: /\\\([^)\n]{0,200}\)/y },
  ],
};

const CHUNK = /[^\\"'`\n{$#]+/y;

/** Reads the literal at an offset; `undefined` if there is none, or if it does not end. */
export function readStringForm(
  text: string,
  at: number,
  language: OtherLanguage,
): StringLiteral | undefined {
  for (const form of FORMS[language]) {
    const open = matchAt(form.open, text, at);
    if (open) return readForm(text, at + open[0].length, form, form.close(open));
  }
  return undefined;
}

function readForm(
  text: string,
  start: number,
  form: Form,
  close: string | RegExp,
): StringLiteral | undefined {
  const limit = typeof close === 'string' ? text.length : findLabel(text, start, close);
  if (limit === undefined) return undefined;
  const { escapes, hole, isMultiline } = form;
  const builder = new PieceBuilder();
  let isWhole = true;
  let i = start;
  builder.add('', i);
  while (i < limit) {
    if (typeof close === 'string' && text.startsWith(close, i)) {
      const isDouble = escapes === 'double' && text.startsWith(close, i + 1);
      if (!isDouble) return { end: i + close.length, piece: builder.take(), isWhole };
      builder.add(close, i);
      i += 2;
      continue;
    }
    const char = text[i] as string;
    const found = hole && '{$#\\'.includes(char) ? matchAt(hole, text, i) : null;
    const escaped = found || char !== '\\' ? null : readEscape(text, i, escapes, close);
    if (found) {
      isWhole = false;
      builder.add(toHole(found[0]), i);
      i += found[0].length;
    } else if (escaped) {
      builder.add(escaped.text, i);
      i += escaped.length;
    } else if (char === '\n' && !isMultiline) {
      return undefined;
    } else {
      const chunk = (matchAt(CHUNK, text, i)?.[0] ?? char).slice(0, limit - i);
      builder.add(chunk, i);
      i += chunk.length;
    }
  }
  if (typeof close === 'string') return undefined;
  close.lastIndex = limit;
  return { end: limit + (close.exec(text)?.[0].length ?? 0), piece: builder.take(), isWhole };
}

/** Finds the line that ends a text over several lines. */
function findLabel(text: string, start: number, close: RegExp): number | undefined {
  close.lastIndex = start;
  return close.exec(text)?.index;
}

/** Writes a variable as `${name}`, the form that the reader of addresses knows. */
const toHole = (code: string): string => `\${${code.replaceAll(/[^\w.-]+/g, '')}}`;

function readEscape(
  text: string,
  at: number,
  escapes: Form['escapes'],
  close: string | RegExp,
): { text: string; length: number } | null {
  if (escapes === 'c') {
    const code = matchAt(ESCAPE, text, at);
    return code && { text: decodeEscape(code), length: code[0].length };
  }
  const next = text[at + 1] ?? '';
  return escapes === 'quote' && (next === '\\' || next === close)
    ? { text: next, length: 2 }
    : null;
}

/** Reads string literals. */

import { matchAt, PieceBuilder } from '../text.ts';
import { decodeEscape, ESCAPE, type StringLiteral } from './escape.ts';

const OPEN = /([rRbBuUfF]{0,2})("""|'''|["'`])/y;
const CHUNK = /[^\\"'`\n{$]+/y;
/** Reads the literal at an offset; `undefined` if there is none, or if it does not end. */
export function readString(
  text: string,
  at: number,
  dialect: 'code' | 'powershell',
): StringLiteral | undefined {
  if (dialect === 'powershell') return readPowerShell(text, at);
  const open = matchAt(OPEN, text, at);
  if (!open) return undefined;
  const [all, prefix = '', quote = ''] = open;
  const isRaw = /r/i.test(prefix);
  const isFormat = /f/i.test(prefix);
  const mayBreak = quote.length === 3 || quote === '`';
  const builder = new PieceBuilder();
  let isWhole = true;
  let i = at + all.length;
  builder.add('', i);
  while (i < text.length) {
    if (text.startsWith(quote, i)) return { end: i + quote.length, piece: builder.take(), isWhole };
    const char = text[i] as string;
    const isHole = quote === '`' ? text.startsWith('${', i) : isFormat && char === '{';
    if (char === '\\' && !isRaw) {
      const code = matchAt(ESCAPE, text, i);
      if (!code) return undefined;
      builder.add(decodeEscape(code), i);
      i += code[0].length;
    } else if (isHole && !(isFormat && text[i + 1] === '{')) {
      const length = text.slice(i, i + 500).indexOf('}');
      if (length < 0) return undefined;
      const end = i + length;
      builder.add(text.slice(i, end + 1), i);
      isWhole = false;
      i = end + 1;
    } else if (char === '\n' && !mayBreak) {
      return undefined;
    } else {
      const chunk = matchAt(CHUNK, text, i)?.[0] ?? char;
      builder.add(chunk, i);
      // A doubled brace of a format string is one brace.
      const isDouble = isFormat && /[{}]/.test(char) && text[i + 1] === char;
      i += isDouble ? 2 : chunk.length;
    }
  }
  return undefined;
}

const HERE = /@(["'])[ \t]*\r?\n/y;
const PS_CHUNK = /[^`"'$]+/y;
const PS_LETTERS: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', 0: '\0' };

function readPowerShell(text: string, at: number): StringLiteral | undefined {
  const here = matchAt(HERE, text, at);
  if (here) {
    const start = at + here[0].length;
    const close = text.indexOf(`\n${here[1]}@`, start - 1);
    if (close < 0) return undefined;
    const inner = text.slice(start, Math.max(start, close));
    const isWhole = here[1] === "'" || !/\$[\w({]/.test(inner);
    return { end: close + 3, piece: { text: inner, runs: [{ at: 0, from: start }] }, isWhole };
  }
  const quote = text[at];
  if (quote !== '"' && quote !== "'") return undefined;
  const builder = new PieceBuilder();
  let isWhole = true;
  let i = at + 1;
  builder.add('', i);
  while (i < text.length) {
    const char = text[i] as string;
    if (char === quote) {
      if (text[i + 1] !== quote) return { end: i + 1, piece: builder.take(), isWhole };
      builder.add(quote, i);
      i += 2;
    } else if (char === '`' && quote === '"') {
      const next = text[i + 1] ?? '';
      builder.add(PS_LETTERS[next] ?? next, i);
      i += 2;
    } else {
      if (char === '$' && quote === '"' && /[\w({]/.test(text[i + 1] ?? '')) isWhole = false;
      const chunk = matchAt(PS_CHUNK, text, i)?.[0] ?? char;
      builder.add(chunk, i);
      i += chunk.length;
    }
  }
  return undefined;
}

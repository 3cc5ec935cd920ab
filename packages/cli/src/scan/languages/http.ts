/** Raw HTTP, and code blocks without a language: header lines, words and quoted parts. */
import type { Site } from '../frame.ts';
import type { Language } from './language.ts';

const QUOTES = /["'`]/;

export const http: Language = {
  name: 'http',
  isCode: false,
  open: (text) => (at) => readLine(text, at),
};

function readLine(text: string, at: number): Site {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, lineEnd);
  if (/^\s*(?:#|\/\/|--|\/?\*)/.test(line))
    return { inner: { start: at, end: at }, content: '', frames: [], place: 'comment' };
  let start = at;
  let end = at;
  while (start > lineStart && !QUOTES.test(text[start - 1] as string)) start--;
  while (end < lineEnd && !QUOTES.test(text[end] as string)) end++;
  const before = line.slice(0, at - lineStart);
  const isHeader = /anthropic[-_]betas?["'`\\]*\s*[:=,]|\bbetas["']?\s*[:=]/i.test(before);
  const inner = { start: isHeader ? lineStart : start, end };
  const content = text.slice(inner.start, inner.end);
  if (isHeader) {
    const from = Math.max(before.lastIndexOf(':'), before.lastIndexOf('=')) + 1 + lineStart;
    const value = { start: Math.max(from, start), end };
    return { inner: value, content: text.slice(value.start, value.end), frames: [], isSent: true };
  }
  return { inner, content, frames: [], place: 'prose' };
}

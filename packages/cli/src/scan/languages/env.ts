/** Files of environment variables: `.env`, and `.properties`. */
import { createFrame, type FindSite, type Range } from '../frame.ts';
import { isTableName } from '../names.ts';
import type { Candidate } from '../types.ts';
import type { Language } from './language.ts';

const LINE = /^[ \t]*(?:export[ \t]+)?([\w.-]+)[ \t]*[=:][ \t]*/;
const SENT = /^(?:(?:anthropic|claude)\w*betas?|betas?|\w*anthropic_custom_headers)$/i;
const TABLE_SIZE = 5;

export const env: Language = {
  name: 'env',
  isCode: false,
  open: (text, _path, candidates) => (at) => readLine(text, at, candidates),
};

function readLine(
  text: string,
  at: number,
  candidates: readonly Candidate[],
): ReturnType<FindSite> {
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', at);
  const lineEnd = newline < 0 ? text.length : newline;
  const line = text.slice(lineStart, lineEnd).replace(/\r$/, '');
  const key = LINE.exec(line);
  const inner = key && readValue(line, key[0].length, lineStart);
  if (!key || !inner || at < inner.start || at >= inner.end)
    return { inner: { start: at, end: at }, content: '', frames: [], place: 'comment' };
  const name = key[1] as string;
  const content = text.slice(inner.start, inner.end);
  const count = candidates.filter(({ start, end }) => start >= inner.start && end <= inner.end);
  const isSent = SENT.test(name) && !isTableName(name);
  const isTable = !isSent && count.length >= TABLE_SIZE;
  return {
    inner,
    content,
    frames: [createFrame('map', { names: [isTable ? 'known' : name], count: count.length })],
    isSent,
  };
}

/** Finds the value of a line without its quotes and without a comment after it. */
function readValue(line: string, from: number, offset: number): Range {
  const quote = line[from];
  if (quote === '"' || quote === "'") {
    const end = line.indexOf(quote, from + 1);
    return { start: offset + from + 1, end: offset + (end < 0 ? line.length : end) };
  }
  const comment = /[ \t]#/.exec(line.slice(from));
  return { start: offset + from, end: offset + (comment ? from + comment.index : line.length) };
}

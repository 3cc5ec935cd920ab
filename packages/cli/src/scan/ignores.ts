/** Comments that ignore the findings of the next line, with a reason. */
import type { Finding } from './types.ts';

const COMMENT =
  /^[^\S\n]*["']?(?:\{[^\S\n]*)?(?:\/\/+|\/\*+|#+|<!--|--|;+|\*|%+|REM)[^\S\n]*(beta-headers-ignore-next-line\b)[^\S\n]*(:?)([^\n]*)/gim;

/** Removes the findings that comments ignore, and reports unused comments and missing reasons. */
export function applyIgnores(
  text: string,
  findings: readonly Finding[],
  { isProse = false }: { readonly isProse?: boolean } = {},
): Finding[] {
  if (!text.includes(PREFIX)) return [...findings];
  const kept = new Set(findings);
  // Prose may name anything.
  const reports: Finding[] = isProse ? [] : reportUnknown(text);
  for (const match of text.matchAll(COMMENT)) {
    const marker = match[1] as string;
    const start = match.index + match[0].indexOf(marker);
    const line = countLines(text, start);
    const reason = cleanReason(match[3] as string);
    const ignored = findings.filter((one) => one.line === line + 1);
    // A page about the comment has examples of it.
    if (isProse && ignored.every(({ level }) => level === 'info')) continue;
    if (match[2] === '' || reason === '') reports.push(report(text, start, MARKER, REASON));
    else if (ignored.length === 0) reports.push(report(text, start, MARKER, UNUSED));
    else for (const finding of ignored) kept.delete(finding);
  }
  return [...findings.filter((finding) => kept.has(finding)), ...reports].sort(
    (a, b) => a.start - b.start,
  );
}

const UNKNOWN = /beta-headers-ignore(?:-\w+)*/g;
const COMMENT_BEFORE = /(?:\/\/+|\/\*+|#|<!--|--|;|%|\bREM)[^\S\n]*$/i;
/** The characters before a directive in which the start of its comment is searched. */
const REACH = 20;

/** Tests if code is before the comment on its line. */
function isTrailing(text: string, index: number): boolean {
  const start = text.lastIndexOf('\n', index) + 1;
  const line = text.slice(start, text.indexOf('\n', index) + 1 || text.length);
  return [...line.matchAll(COMMENT)].length === 0;
}

/** Reports comments after code, and directives that do not exist, such as one for its own line. */
function reportUnknown(text: string): Finding[] {
  return [...text.matchAll(UNKNOWN)].flatMap(({ 0: name, index }) => {
    const isComment = COMMENT_BEFORE.test(text.slice(Math.max(0, index - REACH), index));
    if (!isComment) return [];
    if (name === MARKER)
      return isTrailing(text, index) ? [report(text, index, MARKER, TRAILING)] : [];
    const message =
      `${name} is no directive, so it ignores nothing. ` +
      `Write on the line before: ${MARKER}: why the value stays`;
    return [report(text, index, name, { kind: 'unused-ignore', level: 'warn', message })];
  });
}

const PREFIX = 'beta-headers-ignore';
const MARKER = `${PREFIX}-next-line`;
const REASON = {
  kind: 'ignore-without-reason',
  level: 'error',
  message: `The comment has no reason, so it ignores nothing. Write: ${MARKER}: why the value stays`,
} as const;
const TRAILING = {
  kind: 'unused-ignore',
  level: 'warn',
  message:
    'A comment after code ignores nothing. Write it on a line of its own, before the line of the value.',
} as const;
const UNUSED = {
  kind: 'unused-ignore',
  level: 'warn',
  message: 'The next line has no finding. Remove the comment.',
} as const;

function report(
  text: string,
  start: number,
  marker: string,
  facts: Pick<Finding, 'kind' | 'level' | 'message'>,
): Finding {
  const column = start - text.lastIndexOf('\n', start - 1);
  return {
    ...facts,
    beta: '',
    line: countLines(text, start),
    column,
    endColumn: column + marker.length,
    start,
    end: start + marker.length,
    place: 'ignore-comment',
  };
}

const cleanReason = (text: string): string =>
  text
    .replace(/(?:\*\/|-->|\\n).*$/, '')
    .replace(/["',}\s]+$/, '')
    .trim();

function countLines(text: string, end: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < end; at = text.indexOf('\n', at + 1)) line++;
  return line;
}

/** The report as lines for people. */
import { type Colors, escapeControls, escapeLine } from '../../output.ts';
import type { Level } from '../types.ts';
import type { Report, Reported } from './report.ts';

/** Formats a finding as one line, `path:line:column level message [kind]`. */
export function toLine(finding: Reported, colors: Colors): string {
  const { path, line, column, level, message, kind, fix } = finding;
  const paint = { error: colors.red, warn: colors.yellow, info: colors.dim }[level];
  const place = colors.bold(`${escapeLine(path)}:${line}:${column}`);
  const mark = fix ? ' [fixable]' : '';
  return `${place} ${paint(level)} ${escapeControls(message)} ${colors.dim(`[${kind}]${mark}`)}`;
}

/** Formats the counts of a report as one line. */
export function toSummary({ findings, fileCount }: Report, showsInfo: boolean): string {
  const count = (level: Level): number => findings.filter((one) => one.level === level).length;
  const fixable = findings.filter(({ fix }) => fix !== undefined).length;
  const info = count('info');
  const parts = [
    plural(count('error'), 'error'),
    plural(count('warn'), 'warning'),
    `${info} informational${info > 0 && !showsInfo ? ' (--info lists them)' : ''}`,
  ];
  const hint = fixable > 0 ? `; ${fixable} can be fixed with --fix` : '';
  return `${parts.join(', ')} in ${plural(fileCount, 'file')}${hint}`;
}

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

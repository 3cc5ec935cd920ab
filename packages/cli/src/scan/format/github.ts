/** The report as workflow commands of GitHub Actions, which become annotations. */
import { escapeControls } from '../../output.ts';
import type { Reported } from './report.ts';

const COMMANDS = { error: 'error', warn: 'warning', info: 'notice' } as const;

/** Formats a finding as one line. */
export function toAnnotation(finding: Reported): string {
  const { level, kind, path, line, column, endColumn, message } = finding;
  const properties = Object.entries({
    file: path,
    line,
    endLine: line,
    col: column,
    endColumn,
    title: `beta-headers: ${kind}`,
  });
  const list = properties.map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[level]} ${list.join(',')}::${escapeData(escapeControls(message))}`;
}

const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

const escapeProperty = (text: string): string =>
  escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

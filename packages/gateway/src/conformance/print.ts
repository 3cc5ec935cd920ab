/** Writes results as text. */
import type { Check, CheckResult, Report } from './types.ts';

const MARKS = { pass: 'pass', fail: 'FAIL', 'not-applicable': '  - ' } as const;

/** Writes one result; a failure says what was expected, what was seen, and the source. */
export function printResult(result: CheckResult): string {
  const level = result.level === 'should' && result.result === 'fail' ? ' (should)' : '';
  const line = `${MARKS[result.result]}  ${result.id}${level}: ${result.title}`;
  if (result.result === 'not-applicable') return `${line} Not applicable: ${result.reason}.`;
  if (result.result === 'pass') return line;
  return [
    line,
    `      expected: ${result.expected}`,
    `      seen:     ${result.seen}`,
    `      source:   ${result.source}`,
  ].join('\n');
}

/** Writes the last lines of a run. */
export function printSummary(report: Report): string {
  const counts =
    `${report.passed} passed, ${report.failed} failed (${report.failedMust} of level must), ` +
    `${report.notApplicable} not applicable`;
  if (report.reached) return counts;
  return (
    `${counts}\nNo request reached the recording upstream. Configure the gateway to forward to it, ` +
    'and give the headers that the gateway needs with --header.'
  );
}

/** Writes the list of checks. */
export function printChecks(checks: readonly Check[]): string {
  return checks
    .map(({ id, level, title, source }) => `${id} (${level}): ${title} ${source}`)
    .join('\n');
}

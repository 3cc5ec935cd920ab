/** The report as JSON; `src/schema/scan.ts` describes it. */
import type { Report } from './report.ts';

/** Formats the report. All findings are in it, those of level `info` too. */
export function toJson(report: Report): unknown {
  const { version, platforms, fileCount, findings, skipped } = report;
  return {
    schemaVersion: 1,
    version,
    platforms,
    fileCount,
    findings: findings.map(
      ({ path, kind, level, beta, line, column, endColumn, place, message, ...rest }) => ({
        path,
        line,
        column,
        endColumn,
        kind,
        level,
        ...(beta !== '' && { beta }),
        place,
        message,
        ...(rest.instead !== undefined && { instead: rest.instead }),
        ...(rest.docs !== undefined && { docs: rest.docs }),
        fixable: rest.fix !== undefined,
        ...(rest.fix && { fix: rest.fix }),
      }),
    ),
    skipped: skipped.map(({ path, reason }) => ({ path, reason })),
  };
}

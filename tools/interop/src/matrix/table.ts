/** The matrix as Markdown, and its summary. */
import { CHECKS, type CheckName, type Outcome } from './cell.ts';
import type { AdapterName } from './client.ts';

/** A row: a client in a version, under an adapter. */
export interface Row {
  readonly client: string;
  readonly version: string;
  readonly platform: string;
  readonly adapter: AdapterName;
  /** The reason why there are no cells. */
  readonly absent?: string;
  /** The outcomes by the name of the runtime. */
  readonly cells: Readonly<Record<string, Readonly<Record<CheckName, Outcome>>>>;
}

/** The state of a cell: the worst of its checks. */
export type CellState = 'ok' | 'failed' | 'skipped';

/** Sums up a cell. */
export function judgeCell(outcomes: Readonly<Record<CheckName, Outcome>>): CellState {
  const states = CHECKS.map((check) => outcomes[check].state);
  if (states.includes('failed')) return 'failed';
  return states.includes('skipped') ? 'skipped' : 'ok';
}

const SHOWN: Readonly<Record<CellState, string>> = { ok: '✔', failed: '✘', skipped: 'skipped' };

/** Formats the table, with the reasons of what did not run below it. */
export function formatTable(rows: readonly Row[], runtimes: readonly string[]): string {
  const head = ['client', 'version', 'platform', 'adapter', ...runtimes];
  const lines = rows.map((row) => {
    const { client, version, platform, adapter, absent, cells } = row;
    const shown = runtimes.map((runtime) => {
      const cell = cells[runtime];
      if (absent !== undefined) return '–';
      return cell ? SHOWN[judgeCell(cell)] : 'skipped';
    });
    return [client, version, platform, adapter, ...shown];
  });
  const table = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`);
  const notes = [...new Set(rows.flatMap(listNotes))].map((note) => `- ${note}`);
  return [...table, '', ...notes, ''].join('\n');
}

/** Lists what did not run, and why. */
function listNotes(row: Row): string[] {
  const name = `${row.client} ${row.version} (${row.platform}, ${row.adapter})`;
  if (row.absent !== undefined) return [`${name}: ${row.absent}`];
  return Object.entries(row.cells).flatMap(([runtime, cell]) =>
    CHECKS.flatMap((check) => {
      const outcome = cell[check];
      if (outcome.state === 'ok') return [];
      const where = outcome.state === 'not-applicable' ? '' : ` on ${runtime}`;
      const state = outcome.state === 'not-applicable' ? 'does not apply' : outcome.state;
      return [`${name}${where}: ${check} ${state}: ${outcome.reason}`];
    }),
  );
}

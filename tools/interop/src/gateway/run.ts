/**
 * Runs the comparison of clients with and without the gateway, prints it and writes it to
 * `.cache/gateway`. `node src/gateway/run.ts [FILTER]` runs the requests whose names contain the
 * text.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OnCheck, reportChecks } from '../../../toolchain/lib/results.ts';
import { listClients } from './clients.ts';
import { compareClients, nameCell } from './compare.ts';
import { formatTable } from './table.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'gateway');

async function runComparison(onCheck: OnCheck, filter = ''): Promise<void> {
  const cells = await compareClients(await listClients(), (cell) =>
    nameCell(cell).includes(filter),
  );
  for (const cell of cells) {
    const { outcome } = cell;
    const output = outcome.ok ? '' : outcome.reason;
    onCheck({ name: nameCell(cell), ok: outcome.ok, output });
  }
  const table = formatTable(cells);
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(join(FOLDER, 'gateway.md'), table);
  console.log(table);
}

process.exitCode = await reportChecks({
  gateway: (onCheck) => runComparison(onCheck, process.argv[2]),
});

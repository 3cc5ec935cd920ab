/**
 * Installs the packed packages in empty projects, with the tools that users have, and prints a
 * table. `node src/commands/installs.ts [GROUP]` runs the groups whose names contain the text.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { note } from '../../../toolchain/lib/note.ts';
import type { OnCheck } from '../../../toolchain/lib/results.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { packPackages } from '../pack.ts';
import { publishTarball } from '../publish-tarball.ts';
import { startRegistry } from '../registry.ts';
import { BUNDLERS } from './bundlers.ts';
import { CLI_COMMANDS } from './commands.ts';
import { TYPESCRIPTS } from './compilers.ts';
import { MANAGERS } from './managers.ts';
import { NEXT_JS } from './next.ts';
import { NODES, TEST_RUNNERS } from './nodes.ts';
import type { Cell, Group, Surroundings } from './project.ts';

const GROUPS: readonly Group[] = [
  MANAGERS,
  NODES,
  CLI_COMMANDS,
  TEST_RUNNERS,
  TYPESCRIPTS,
  BUNDLERS,
  NEXT_JS,
];

/** A line of the table. */
interface Line {
  readonly group: string;
  readonly cell: string;
  readonly isOk: boolean;
  readonly seconds: number;
}

/** Publishes the packages to a local registry and runs every cell. Needs a build. */
export async function checkInstalls(onCheck: OnCheck, filter = ''): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-installs-'));
  const registry = await startRegistry();
  const lines: Line[] = [];
  try {
    const tarballs = await packPackages(join(folder, 'tarballs'));
    const surroundings: Surroundings = { folder, tarballs, npmrc: registry.npmrc };
    writeFileSync(join(folder, '.npmrc'), registry.npmrc);
    for (const tarball of tarballs) {
      const { ok, output } = await publishTarball(tarball, { cwd: folder, provenance: false });
      if (!ok) throw new Error(output);
    }
    for (const group of GROUPS.filter(({ name }) => name.includes(filter)))
      lines.push(...(await runGroup(group, surroundings, onCheck)));
  } finally {
    await registry.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
  const table = formatTable(lines);
  mkdirSync(join(root, '.cache'), { recursive: true });
  writeFileSync(join(root, '.cache', 'installs.md'), table);
  console.log(table);
}

async function runGroup(
  group: Group,
  surroundings: Surroundings,
  onCheck: OnCheck,
): Promise<Line[]> {
  note(`installs: ${group.name}`);
  let cells: readonly Cell[];
  try {
    cells = await group.prepare(surroundings);
  } catch (error) {
    cells = [{ name: 'installs', run: () => Promise.reject(error) }];
  }
  const lines: Line[] = [];
  for (const cell of cells) {
    const since = performance.now();
    const problem = await findProblem(cell);
    const seconds = Math.round((performance.now() - since) / 1000);
    const isOk = problem === undefined;
    onCheck({ name: `${group.name}: ${cell.name}`, ok: isOk, output: problem ?? '' });
    lines.push({ group: group.name, cell: cell.name, isOk, seconds });
  }
  return lines;
}

async function findProblem(cell: Cell): Promise<string | undefined> {
  try {
    await cell.run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** Formats the lines as a Markdown table. */
function formatTable(lines: readonly Line[]): string {
  const rows = lines.map(
    ({ group, cell, isOk, seconds }) =>
      `| ${group} | ${cell} | ${isOk ? '✔' : '✘'} | ${seconds} s |`,
  );
  return ['| group | cell | result | time |', '| --- | --- | --- | --- |', ...rows, ''].join('\n');
}

/**
 * Runs the matrix client × version × runtime × adapter, prints it and writes it to `.cache/matrix`.
 * `node src/matrix/run.ts [FILTER]` runs the cells whose names contain the text.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findRuntimes } from '@beta-headers/runtimes';
import { build } from 'esbuild';
import { runCommand } from '../../../toolchain/lib/command.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { type OnCheck, reportChecks } from '../../../toolchain/lib/results.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { REJECTED, startApiServer } from './api-server.ts';
import { type CellResult, CHECKS } from './cell.ts';
import type { AdapterName, MatrixClient } from './client.ts';
import { CLIENTS } from './clients.ts';
import { MARK, toKey } from './key.ts';
import { formatTable, judgeCell, type Row } from './table.ts';

const FOLDER = join(import.meta.dirname, '..', '..', '.cache', 'matrix');

/** Clients that are too large for the workspace, installed for this run. */
const ON_DEMAND: Readonly<Record<string, string>> = { '@mastra/core': '1.71.0' };

const ADAPTERS: readonly AdapterName[] = ['middleware', 'betaFetch', 'plan'];

type Results = ReadonlyMap<string, CellResult>;

async function runMatrix(onCheck: OnCheck, filter = ''): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER, { recursive: true });
  await installOnDemand(filter);
  await bundleProgram();
  const server = await startApiServer();
  const results = new Map<string, Results>();
  try {
    for (const [name, program, args] of listRuntimes()) {
      note(`matrix: ${name}`);
      const ended = await runCommand(
        program,
        [...args, 'program.mjs', server.url, server.http2Url, REJECTED, filter],
        {
          cwd: FOLDER,
          env: { NO_COLOR: '1', NODE_NO_WARNINGS: '1' },
          minutes: 20,
        },
      );
      const found = readResults(ended.stdout);
      results.set(name, found);
      onCheck({
        name: `the matrix runs to its end on ${name}`,
        ok: ended.ok,
        output: ended.output,
      });
    }
  } finally {
    await server.close();
  }
  const rows = CLIENTS.flatMap((client) => toRows(client, results, filter));
  report(rows, [...results.keys()], onCheck);
}

/** Bundles the packages with the program, and leaves the clients to each runtime. */
async function bundleProgram(): Promise<void> {
  await build({
    entryPoints: [join(import.meta.dirname, 'program.ts')],
    outfile: join(FOLDER, 'program.mjs'),
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    logLevel: 'silent',
  });
}

/** Lists each runtime with its program and arguments. */
function listRuntimes(): [name: string, program: string, args: readonly string[]][] {
  const { nodes, bun, deno } = findRuntimes();
  const rights = ['--no-prompt', '--no-remote', '--node-modules-dir=manual', '--allow-all'];
  return [
    ...[...nodes].map(([major, node]): [string, string, string[]] => [`Node ${major}`, node, []]),
    ['Bun', bun, ['run']],
    ['Deno', deno, ['run', ...rights]],
  ];
}

async function installOnDemand(filter: string): Promise<void> {
  const packages = Object.entries(ON_DEMAND).filter(([name]) => name.includes(filter));
  if (packages.length === 0) return;
  writeFileSync(join(FOLDER, 'package.json'), '{ "private": true, "type": "module" }\n');
  const names = packages.map(([name, version]) => `${name}@${version}`);
  note(`matrix: installing ${names.join(', ')}`);
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--no-save', ...names];
  const { ok, output } = await runCommand('npm', args, { cwd: FOLDER, minutes: 10 });
  // The program then reports their cells as skipped.
  if (!ok) note(output);
}

function readResults(stdout: string): Results {
  return new Map(
    stdout
      .split('\n')
      .filter((line) => line.startsWith(MARK))
      .map((line) => JSON.parse(line.slice(MARK.length)) as { key: string; result: CellResult })
      .map(({ key, result }) => [key, result]),
  );
}

function toRows(
  client: MatrixClient,
  results: ReadonlyMap<string, Results>,
  filter: string,
): Row[] {
  return ADAPTERS.flatMap((adapter) => {
    const absent = client.absent?.[adapter];
    const isPresent = client.adapters.includes(adapter);
    const key = toKey(client, adapter);
    if ((!isPresent && absent === undefined) || !key.includes(filter)) return [];
    const cells = [...results].flatMap(([runtime, found]) => {
      const result = found.get(key);
      return result ? [[runtime, result] as const] : [];
    });
    const { name, version } = readVersion(client.dependency);
    const row = { client: name, version, platform: client.platform, adapter };
    return [{ ...row, ...(absent !== undefined && { absent }), cells: Object.fromEntries(cells) }];
  });
}

/** Reads `npm:NAME@VERSION`, or the version of a dependency with its own name. */
function readVersion(dependency: string): { readonly name: string; readonly version: string } {
  const all: Readonly<Record<string, string>> = { ...packageJson.dependencies, ...ON_DEMAND };
  const [, name = dependency, version = all[dependency] ?? ''] =
    /^npm:(.+)@(.+)$/.exec(all[dependency] ?? '') ?? [];
  return { name, version };
}

function report(rows: readonly Row[], runtimes: readonly string[], onCheck: OnCheck): void {
  const table = formatTable(rows, runtimes);
  writeFileSync(join(FOLDER, 'matrix.md'), table);
  writeFileSync(join(FOLDER, 'matrix.json'), `${JSON.stringify(rows, undefined, 2)}\n`);
  const skipped: string[] = [];
  for (const { client, version, platform, adapter, absent, cells } of rows) {
    if (absent !== undefined) continue;
    for (const runtime of runtimes) {
      const cell = cells[runtime];
      const name = `${client} ${version} (${platform}) × ${adapter} × ${runtime}`;
      if (cell && judgeCell(cell) === 'skipped') skipped.push(name);
      else
        onCheck({
          name,
          ok: cell !== undefined && judgeCell(cell) === 'ok',
          output: explain(cell),
        });
    }
  }
  console.log(table);
  if (skipped.length > 0) console.log(`skipped:\n${skipped.join('\n')}`);
}

function explain(cell: CellResult | undefined): string {
  if (!cell) return 'the program printed no result for it';
  return CHECKS.flatMap((check) => {
    const outcome = cell[check];
    return outcome.state === 'failed' ? [`${check}: ${outcome.reason}`] : [];
  }).join('\n');
}

process.exitCode = await reportChecks({
  matrix: (onCheck) => runMatrix(onCheck, process.argv[2]),
});

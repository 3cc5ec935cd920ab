/** Runs the bundle on each runtime, and lists the tests that vitest runs. */
import { relative } from 'node:path';
import { type CommandResult, runCommand, runOrThrow } from '../../../toolchain/lib/command.ts';
import { CHROMIUM, findProgram } from '../../../toolchain/lib/programs.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { findRuntimes } from '../index.ts';
import { type Bundle, MARK, TESTS } from './bundle.ts';
import { runInChromium } from './chromium.ts';
import { runInWorkerd } from './workerd.ts';

/** The results as JSON, or the reason why there are none. */
export interface RunOutput {
  readonly ok: boolean;
  readonly text: string;
}

/** Runs the bundle on one runtime. */
export type Run = (bundle: Bundle) => Promise<RunOutput>;

/** Grants only the permission that vitest's packages need to load. */
const DENO = ['run', '--no-config', '--no-remote', '--no-npm', '--no-prompt', '--allow-env'];

/** Lists every runtime by name. Chromium has no run if it is not installed. */
export function listRuns(): [name: string, run: Run | undefined][] {
  const { nodes, bun, deno, workerd } = findRuntimes();
  const chromium = findProgram(CHROMIUM);
  return [
    ...[...nodes].map(([major, node]): [string, Run] => [
      `Node ${major}`,
      ({ main }) => readPrinted(runCommand(node, [main])),
    ]),
    ['Bun', ({ main }) => readPrinted(runCommand(bun, ['run', main]))],
    ['Deno', ({ main }) => readPrinted(runCommand(deno, [...DENO, main]))],
    ['workerd', ({ worker }) => runInWorkerd(workerd, worker)],
    [
      'Chromium',
      'path' in chromium ? ({ worker }) => runInChromium(chromium.path, worker) : undefined,
    ],
  ];
}

/** Lists the tests that vitest collects: `packages/core/test/plan.test.ts > plan > merges`. */
export async function listExpected(): Promise<string[]> {
  const listed = JSON.parse(
    await runOrThrow('vitest', ['list', ...TESTS, '--json', '--no-static-parse']),
  ) as { name: string; file: string }[];
  return listed.map(({ name, file }) => `${relative(root, file).replaceAll('\\', '/')} > ${name}`);
}

async function readPrinted(running: Promise<CommandResult>): Promise<RunOutput> {
  const ended = await running;
  const line = ended.stdout.split('\n').find((one) => one.startsWith(MARK));
  return ended.ok && line
    ? { ok: true, text: line.slice(MARK.length) }
    : { ok: false, text: ended.output || 'printed nothing' };
}

/** How each runtime runs the bundle, and the tests that vitest itself would run. */
import { relative } from 'node:path';
import { command, type Ended, mustRun } from '../../../toolchain/lib/command.ts';
import { CHROMIUM, findProgram } from '../../../toolchain/lib/programs.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { runtimes } from '../index.ts';
import { type Bundle, MARK, TESTS } from './bundle.ts';
import { askPage } from './chromium.ts';
import { askWorker } from './workerd.ts';

/** The results as JSON, or why there are none. */
export interface Answer {
  readonly ok: boolean;
  readonly text: string;
}

/** Runs the bundle somewhere. */
export type Run = (bundle: Bundle) => Promise<Answer>;

/** Deno without a right but the one that vitest's packages ask for when they load. */
const DENO = ['run', '--no-config', '--no-remote', '--no-npm', '--no-prompt', '--allow-env'];

/** Every runtime by name; Chromium without a run where there is none. */
export function listRuns(): [name: string, run: Run | undefined][] {
  const { nodes, bun, deno, workerd } = runtimes();
  const chromium = findProgram(CHROMIUM);
  return [
    ...[...nodes].map(([major, node]): [string, Run] => [
      `Node ${major}`,
      ({ main }) => readPrinted(command(node, [main])),
    ]),
    ['Bun', ({ main }) => readPrinted(command(bun, ['run', main]))],
    ['Deno', ({ main }) => readPrinted(command(deno, [...DENO, main]))],
    ['workerd', ({ worker }) => askWorker(workerd, worker)],
    ['Chromium', 'path' in chromium ? ({ worker }) => askPage(chromium.path, worker) : undefined],
  ];
}

/** The tests as vitest collects them: `packages/core/test/plan.test.ts > plan > merges`. */
export async function listExpected(): Promise<string[]> {
  const listed = JSON.parse(
    await mustRun('vitest', ['list', ...TESTS, '--json', '--no-static-parse']),
  ) as { name: string; file: string }[];
  return listed.map(({ name, file }) => `${relative(root, file).replaceAll('\\', '/')} > ${name}`);
}

async function readPrinted(running: Promise<Ended>): Promise<Answer> {
  const ended = await running;
  const line = ended.stdout.split('\n').find((one) => one.startsWith(MARK));
  return ended.ok && line
    ? { ok: true, text: line.slice(MARK.length) }
    : { ok: false, text: ended.output || 'printed nothing' };
}

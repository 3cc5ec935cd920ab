/** Core's own tests on every runtime: one bundle, the same tests everywhere. */
import { mkdirSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureChromium } from '../../toolchain/chromium.ts';
import { command, type Ended, mustRun } from '../../toolchain/lib/command.ts';
import { note } from '../../toolchain/lib/note.ts';
import { root } from '../../toolchain/lib/root.ts';
import { bundle, MARK, TESTS } from './portable/bundle.ts';
import { askPage } from './portable/chromium.ts';
import { compareRuns } from './portable/compare.ts';
import type { TestResult } from './portable/run.ts';
import { askWorker } from './portable/workerd.ts';
import { runtimes } from './runtimes.ts';

/** What came of the suite on one runtime. */
export interface PortableResult {
  readonly name: string;
  readonly ok: boolean;
  readonly tests: number;
  readonly passed: number;
  readonly failed: number;
  /** What went wrong, for a person. */
  readonly output: string;
}

/** Runs the bundle everywhere, one runtime after the other, and compares each with what vitest would run. */
export async function runPortable(): Promise<PortableResult[]> {
  const folder = join(root, '.cache', 'portable');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [{ main, worker }, expected] = await Promise.all([bundle(folder), expectedTests()]);
  const { nodes, bun, deno, workerd } = runtimes();
  const plain = { cwd: folder, env: { NO_COLOR: '1' } };
  const runs: [string, () => Promise<{ ok: boolean; text: string }>][] = [
    ...[...nodes].map(
      ([major, node]) =>
        [`Node ${major}`, () => printed(command(node, [main], plain))] as [
          string,
          () => Promise<{ ok: boolean; text: string }>,
        ],
    ),
    ['Bun', () => printed(command(bun, ['run', main], plain))],
    [
      'Deno',
      () =>
        printed(
          command(
            deno,
            ['run', '--no-config', '--no-remote', '--no-npm', '--no-prompt', '--allow-env', main],
            plain,
          ),
        ),
    ],
    ['workerd', () => askWorker(workerd, worker)],
    ['Chromium', async () => askPage(await ensureChromium(), worker)],
  ];
  const results: PortableResult[] = [];
  for (const [name, run] of runs) {
    const { ok, text } = await run();
    results.push(
      ok
        ? judge(name, JSON.parse(text) as TestResult[], expected)
        : { name, ok, tests: 0, passed: 0, failed: 1, output: text },
    );
  }
  return results;
}

/** The tests of core as vitest itself collects them. */
async function expectedTests(): Promise<string[]> {
  const listed = JSON.parse(
    await mustRun('vitest', ['list', TESTS, '--json', '--no-static-parse']),
  ) as { name: string; file: string }[];
  return listed.map(({ name, file }) => `${relative(root, file).replaceAll('\\', '/')} > ${name}`);
}

async function printed(running: Promise<Ended>): Promise<{ ok: boolean; text: string }> {
  const ended = await running;
  const line = ended.stdout.split('\n').find((one) => one.startsWith(MARK));
  return ended.ok && line
    ? { ok: true, text: line.slice(MARK.length) }
    : { ok: false, text: ended.output || 'printed nothing' };
}

function judge(
  name: string,
  results: readonly TestResult[],
  expected: readonly string[],
): PortableResult {
  const failures = results.filter((result) => result.state === 'fail');
  const different = compareRuns(
    expected,
    results.map((result) => result.name),
  );
  return {
    name,
    ok: failures.length === 0 && different === undefined,
    tests: results.length,
    passed: results.filter((result) => result.state === 'pass').length,
    failed: failures.length,
    output: [...failures.map((failure) => `${failure.name}\n${failure.error}`), different ?? '']
      .join('\n')
      .trim(),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const results = await runPortable();
  for (const { name, ok, passed, failed, output } of results) {
    console.log(`${name.padEnd(8)} ${passed} passed, ${failed} failed`);
    if (!ok) note(output);
  }
  process.exitCode = results.every((result) => result.ok) ? 0 : 1;
}

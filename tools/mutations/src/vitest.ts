import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { TestRun } from './run.ts';

/** A mutation may cause an endless loop, which counts as a failure. */
const TIMEOUT_MS = 15 * 60_000;

/**
 * Runs the quick tests of one package in a copy of the repository, up to the first failure.
 * @param file - runs only the tests in the folder of this file, or those that import it
 */
export async function runVitest(copy: string, name: string, file?: string): Promise<TestRun> {
  const started = performance.now();
  const vitest = join(copy, 'node_modules', 'vitest', 'vitest.mjs');
  const command = file === undefined ? ['run'] : selectTests(copy, file);
  const flags = ['--passWithNoTests', '--project', name, '--bail', '1', '--reporter', 'dot'];
  const args = [vitest, ...command, ...flags];
  const child = spawn(process.execPath, args, {
    cwd: copy,
    // A process group of its own, so that a time-out also ends the workers.
    detached: process.platform !== 'win32',
    env: { ...process.env, CI: '1', NO_COLOR: '1', SKIP_SLOW_TESTS: '1', FAST_CHECK_RUNS: '100' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => (output = (output + chunk).slice(-8000)));
  const timer = setTimeout(() => {
    if (child.pid === undefined || process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  }, TIMEOUT_MS);
  const [code] = (await once(child, 'close')) as [number | null];
  clearTimeout(timer);
  return { passed: code === 0, seconds: (performance.now() - started) / 1000, output };
}

/** Selects the tests in the folder that matches the folder of a source file, such as `recovery`. */
function selectTests(copy: string, file: string): string[] {
  const folder = dirname(file).replace('/src/', '/test/');
  if (folder !== dirname(file) && existsSync(join(copy, folder))) return ['run', `${folder}/`];
  return ['related', join(copy, file), '--run'];
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ensureProgram, explainMissing, findProgram, type Program } from '../lib/programs.ts';
import { formatCounts, readCounts } from '../lib/results.ts';
import { countTask } from '../lib/task-report.ts';
import { readTier, TIERS } from '../lib/tiers.ts';
import { measureTimeScale } from '../lib/time-scale.ts';
import { readTasks, type Summary, type Task } from '../lib/turbo.ts';

const folder = mkdtempSync(join(tmpdir(), 'beta-headers-tiers-'));
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

describe('readTier', () => {
  it('uses the middle tier without a name, and passes the rest to turbo', () => {
    expect(readTier([])).toEqual([TIERS.test, []]);
    expect(readTier(['--filter=x'])).toEqual([TIERS.test, ['--filter=x']]);
    expect(readTier(['quick', '--force'])).toEqual([TIERS.quick, ['--force']]);
  });
  it('rejects an unknown tier and lists the known ones', () => {
    expect(() => readTier(['site'])).toThrow(/Unknown tier site. The tiers are quick, test, full/);
  });
});

describe('countTask', () => {
  const task = (exitCode: number | undefined): Task => ({
    id: 'a#test',
    name: 'test',
    folder,
    cached: false,
    seconds: 1,
    exitCode,
    log: '',
  });
  const some = { passed: 3, failed: 0, skipped: 1 };

  it('returns the counts of the tests', () => {
    expect(countTask(task(0), some)).toBe(some);
  });
  it('counts a task without tests as one test', () => {
    expect(countTask(task(0), undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countTask(task(2), undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it('keeps the tests that passed before a task was killed, and adds one failure', () => {
    expect(countTask(task(137), some)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });
  it('counts a task that did not run as a failure', () => {
    expect(countTask(task(undefined), undefined)).toMatchObject({ failed: 1 });
  });
  it('reads the sum of all runs of a task', () => {
    const results = join(folder, '.cache', 'results', 'test-full');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'a.json'), JSON.stringify(some));
    writeFileSync(join(results, 'b.json'), JSON.stringify({ passed: 1, failed: 2, skipped: 0 }));
    expect(readCounts(folder, 'test:full')).toEqual({ passed: 4, failed: 2, skipped: 1 });
    expect(readCounts(folder, 'test')).toBeUndefined();
  });
  it('prints the number of skipped tests only if there are any', () => {
    expect(formatCounts(some)).toBe('3 passed, 0 failed, 1 skipped');
    expect(formatCounts({ ...some, skipped: 0 })).toBe('3 passed, 0 failed');
  });
});

it('keeps a planned task that did not end because the run was stopped', () => {
  const planned = (name: string, command = 'x'): Summary['tasks'][number] => ({
    taskId: `a#${name}`,
    task: name,
    directory: 'packages/a',
    command,
    outputs: null,
    cache: { status: 'HIT' },
  });
  const ended = { ...planned('lint'), execution: { startTime: 0, endTime: 2000, exitCode: 0 } };
  const plan = [planned('lint'), planned('test'), planned('transit', '<NONEXISTENT>')];
  expect(readTasks({ tasks: plan }, { tasks: [ended] })).toMatchObject([
    { id: 'a#lint', cached: true, seconds: 2, exitCode: 0 },
    { id: 'a#test', cached: false, exitCode: undefined },
  ]);
});

describe('findProgram', () => {
  const program = (...places: string[]): Program => ({
    title: 'Thing',
    package: 'thing',
    variable: 'THING_PATH',
    places,
  });

  it('returns the program of the variable if it starts', () => {
    vi.stubEnv('THING_PATH', process.execPath);
    expect(findProgram(program())).toEqual({ path: process.execPath });
  });
  it('finds a program by name in PATH', () => {
    vi.stubEnv('PATH', join(process.execPath, '..'));
    expect(findProgram(program('no-such-thing', 'node'))).toEqual({ path: process.execPath });
  });
  it('throws if the variable does not name a program', () => {
    vi.stubEnv('THING_PATH', '/nowhere/thing');
    expect(() => findProgram(program())).toThrow(
      'THING_PATH is /nowhere/thing, which is not a program. Correct or unset it.',
    );
  });
  it.skipIf(process.platform === 'win32')(
    'reports a program that does not start as missing, with the reason',
    () => {
      mkdirSync(folder, { recursive: true });
      const broken = join(folder, 'broken');
      writeFileSync(broken, '#!/bin/sh\necho libnss3.so: cannot open >&2\nexit 127\n', {
        mode: 0o755,
      });
      expect(findProgram(program(broken))).toEqual({
        missing: `${broken} does not start: libnss3.so: cannot open`,
      });
    },
  );
  it('does not install a program whose variable is empty', async () => {
    vi.stubEnv('THING_PATH', '');
    const found = await ensureProgram(program('node'));
    expect(found).toEqual({ missing: 'THING_PATH is empty' });
  });
  it('explains in one line how to install a missing program', () => {
    const line = explainMissing(program(), 'not found');
    expect(line).toContain('Thing is missing (not found)');
    expect(line).toContain('apt-get install thing. Elsewhere: set THING_PATH');
    expect(line).not.toContain('\n');
  });
});

it('measures a time scale of at least one', () => {
  expect(measureTimeScale()).toBeGreaterThanOrEqual(1);
});

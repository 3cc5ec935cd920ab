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
  it('takes the middle tier without a name, and hands the rest to turbo', () => {
    expect(readTier([])).toEqual([TIERS.test, []]);
    expect(readTier(['--filter=x'])).toEqual([TIERS.test, ['--filter=x']]);
    expect(readTier(['quick', '--force'])).toEqual([TIERS.quick, ['--force']]);
  });
  it('rejects an unknown tier and names those that there are', () => {
    expect(() => readTier(['site'])).toThrow(/no tier site; there are quick, test, full/);
  });
});

describe('the counts of a task', () => {
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

  it('are those of its tests', () => {
    expect(countTask(task(0), some)).toBe(some);
  });
  it('are one test where it counts none', () => {
    expect(countTask(task(0), undefined)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countTask(task(2), undefined)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });
  it('keep what passed before it was killed, and one failure', () => {
    expect(countTask(task(137), some)).toEqual({ passed: 3, failed: 1, skipped: 1 });
  });
  it('are a failure where it did not run', () => {
    expect(countTask(task(undefined), undefined)).toMatchObject({ failed: 1 });
  });
  it('are the sum of all its runs', () => {
    const results = join(folder, '.cache', 'results', 'test-full');
    mkdirSync(results, { recursive: true });
    writeFileSync(join(results, 'a.json'), JSON.stringify(some));
    writeFileSync(join(results, 'b.json'), JSON.stringify({ passed: 1, failed: 2, skipped: 0 }));
    expect(readCounts(folder, 'test:full')).toEqual({ passed: 4, failed: 2, skipped: 1 });
    expect(readCounts(folder, 'test')).toBeUndefined();
  });
  it('name what was skipped only where something was', () => {
    expect(formatCounts(some)).toBe('3 passed, 0 failed, 1 skipped');
    expect(formatCounts({ ...some, skipped: 0 })).toBe('3 passed, 0 failed');
  });
});

it('a task that is planned and has not ended, because the run was stopped, is not lost', () => {
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

describe('a program', () => {
  const program = (...places: string[]): Program => ({
    title: 'Thing',
    package: 'thing',
    variable: 'THING_PATH',
    places,
  });

  it('is the one that its variable names, if that starts', () => {
    vi.stubEnv('THING_PATH', process.execPath);
    expect(findProgram(program())).toEqual({ path: process.execPath });
  });
  it('is found by name', () => {
    vi.stubEnv('PATH', join(process.execPath, '..'));
    expect(findProgram(program('no-such-thing', 'node'))).toEqual({ path: process.execPath });
  });
  it('is an error where the variable names nothing', () => {
    vi.stubEnv('THING_PATH', '/nowhere/thing');
    expect(() => findProgram(program())).toThrow(
      'THING_PATH names /nowhere/thing, and no program is there. Correct or unset it.',
    );
  });
  it.skipIf(process.platform === 'win32')('is missing where it does not start', () => {
    mkdirSync(folder, { recursive: true });
    const broken = join(folder, 'broken');
    writeFileSync(broken, '#!/bin/sh\necho libnss3.so: cannot open >&2\nexit 127\n', {
      mode: 0o755,
    });
    expect(findProgram(program(broken))).toEqual({
      missing: `${broken} does not start: libnss3.so: cannot open`,
    });
  });
  it('is not installed where the variable is set to nothing', async () => {
    vi.stubEnv('THING_PATH', '');
    const found = await ensureProgram(program('node'));
    expect(found).toEqual({ missing: 'THING_PATH is empty' });
  });
  it('is explained in one line that says how to get it', () => {
    const line = explainMissing(program(), 'not found');
    expect(line).toContain('Thing is missing (not found)');
    expect(line).toContain('apt-get install thing; elsewhere set THING_PATH');
    expect(line).not.toContain('\n');
  });
});

it('measures a factor of one or more', () => {
  expect(measureTimeScale()).toBeGreaterThanOrEqual(1);
});

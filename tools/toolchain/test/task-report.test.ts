import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { formatLog, reportTasks } from '../lib/task-report.ts';

it('returns the end of a failed log, and does not print it among the tasks', () => {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-log-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const log = join(folder, 'test.log');
  writeFileSync(log, 'AssertionError: expected 1 to be 2\n');
  const shown: string[] = [];
  const show = (text: unknown): boolean => shown.push(String(text)) > 0;
  const spies = [
    vi.spyOn(console, 'log').mockImplementation(show),
    vi.spyOn(process.stderr, 'write').mockImplementation(show),
  ];
  onTestFinished(() => spies.forEach((spy) => void spy.mockRestore()));
  const task = { name: 'test', folder, cached: false, seconds: 1, log };
  const { counts, failures } = reportTasks([
    { ...task, id: 'a#test', exitCode: 1 },
    { ...task, id: 'b#test', exitCode: 0 },
  ]);
  expect(counts).toEqual({ passed: 1, failed: 1, skipped: 0 });
  expect(failures).toHaveLength(1);
  expect(failures[0]).toContain('AssertionError: expected 1 to be 2');
  expect(shown.join('\n')).toMatch(/a#test[\s\S]*b#test/);
  expect(shown.join('\n')).not.toContain('AssertionError');
});

it('removes the colours of a log unless a terminal shows it', () => {
  const log = '\u001b[31mFAIL\u001b[39m a.test.ts\n';
  expect(formatLog(log, false)).toBe('FAIL a.test.ts');
  expect(formatLog(log, true)).toBe('\u001b[31mFAIL\u001b[39m a.test.ts');
});

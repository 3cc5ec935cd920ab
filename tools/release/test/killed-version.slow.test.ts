/** `release:version`, killed while it writes, and run again. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { commitFiles, finishTransaction } from '@beta-headers/sync/write/file-transaction.ts';
import { describe, expect, test } from 'vitest';
import { planVersion } from '../src/plan-version.ts';
import { copyUnreleased, git, readTree } from './support/unreleased.ts';

const PRELOAD = import.meta.resolve('@beta-headers/sync/test/kill-at.mjs');
const COMMIT = fileURLToPath(import.meta.resolve('@beta-headers/sync/test/commit-files.mjs'));
const VERSION = fileURLToPath(new URL('../src/commands/version.ts', import.meta.url));
const DATE = '2026-12-01';

function restore(root: string): void {
  git(root, 'reset', '--quiet', '--hard');
  git(root, 'clean', '-fdxq');
}

function runVersion(root: string, env: Record<string, string> = {}) {
  return spawnSync(process.execPath, [VERSION, '--root', root, '--date', DATE], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
}

describe('a release:version that is killed', () => {
  test('at any change of a file is finished or undone by the next run', async () => {
    const root = copyUnreleased();
    const before = readTree(root);
    const plan = await planVersion(root, { date: DATE });
    if (!plan) throw new Error('there is a changeset');
    const file = join(root, '.git', 'changes.json');
    writeFileSync(
      file,
      JSON.stringify({ writes: [...plan.changes.writes], deletes: plan.changes.deletes }),
    );
    commitFiles(root, 'release:version', plan.changes);
    const after = readTree(root);
    expect(after['.changeset/one.md']).toBeUndefined();

    const { length: paths } = [...plan.changes.writes];
    expect(paths).toBeGreaterThanOrEqual(15);
    let killed = 0;
    for (let at = 1; ; at++) {
      restore(root);
      const { signal, status, stderr } = spawnSync(
        process.execPath,
        ['--import', PRELOAD, COMMIT, root, file],
        { encoding: 'utf8', env: { ...process.env, KILL_ROOT: root, KILL_AT: String(at) } },
      );
      if (status === 0) break;
      expect(signal, stderr).toBe('SIGKILL');
      killed++;
      const finished = finishTransaction(root);
      const now = readTree(root);
      expect([before, after], `killed at change ${at}`).toContainEqual(now);
      if (finished) expect(now).toEqual(after);
      // No changeset is lost: it is there until the changelog has it.
      expect('.changeset/one.md' in now).toBe(!('CHANGELOG.md' in now));
    }
    expect(killed).toBeGreaterThanOrEqual(20);
  });

  test('as a command is finished by the same command, which prints the version', async () => {
    const root = copyUnreleased();
    const uninterrupted = copyUnreleased();
    const whole = runVersion(uninterrupted);
    expect([whole.status, whole.stdout], whole.stderr).toEqual([0, '0.1.0\n']);

    const env = { NODE_OPTIONS: `--import ${PRELOAD}`, KILL_ROOT: root, KILL_AT: '40' };
    expect(runVersion(root, env).signal).toBe('SIGKILL');
    expect(readTree(root)).not.toEqual(readTree(uninterrupted));
    const again = runVersion(root);
    expect([again.status, again.stdout]).toEqual([0, '0.1.0\n']);
    expect(again.stderr).toContain('finished the interrupted `release:version`');
    expect(readTree(root)).toEqual(readTree(uninterrupted));
  });

  test.each(['ENOSPC', 'EROFS'])(
    'or fails with %s changes nothing and reports one sentence',
    (code) => {
      const root = copyUnreleased();
      const before = readTree(root);
      const env = { NODE_OPTIONS: `--import ${PRELOAD}`, KILL_ROOT: root, KILL_AT: '6' };
      const { status, stderr } = runVersion(root, { ...env, KILL_ERROR: code });
      expect(status).toBe(2);
      expect(stderr).toMatch(/^\S+: cannot be written \(.*\)\. Nothing was changed\. .*\n$/);
      expect(readTree(root)).toEqual(before);
    },
  );
});

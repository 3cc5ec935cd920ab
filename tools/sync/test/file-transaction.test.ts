import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  commitFiles,
  FileWriteError,
  findInterrupted,
  finishTransaction,
  InterruptedError,
} from '../src/write/file-transaction.ts';

const MODULE = new URL('../src/write/file-transaction.ts', import.meta.url);
const PRELOAD = new URL('support/kill-at.mjs', import.meta.url);

const BEFORE = { 'a.txt': 'a', 'b/b.txt': 'b', 'gone.txt': 'gone', 'kept.txt': 'kept' };
const WRITES = new Map([
  ['a.txt', 'new a'],
  ['b/b.txt', 'new b'],
  ['new/deep/c.txt', 'c'],
]);
const AFTER = { 'a.txt': 'new a', 'b/b.txt': 'new b', 'kept.txt': 'kept', 'new/deep/c.txt': 'c' };

function tree(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, 'b'));
  for (const [path, text] of Object.entries(BEFORE)) writeFileSync(join(folder, path), text);
  return folder;
}

function read(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort();
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}

/** A read-only tree keeps what was staged before it became read-only; the next run removes it. */
const withoutCache = (files: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(files).filter(([path]) => !path.startsWith('.cache/')));

/** Commits in a process of its own, which is killed at a change, or fails there. */
function commitUntil(folder: string, at: number, error?: 'ENOSPC' | 'EROFS') {
  const code = `
    import { commitFiles } from ${JSON.stringify(MODULE.href)};
    const writes = new Map(${JSON.stringify([...WRITES])});
    try {
      commitFiles(${JSON.stringify(folder)}, 'sync', { writes, deletes: ['gone.txt'] });
    } catch (error) {
      console.error(error.message);
      process.exitCode = 2;
    }`;
  return spawnSync(
    process.execPath,
    ['--import', PRELOAD.href, '--input-type=module', '--eval', code],
    {
      encoding: 'utf8',
      env: {
        ...process.env,
        KILL_ROOT: folder,
        KILL_AT: String(at),
        ...(error && { KILL_ERROR: error }),
      },
    },
  );
}

describe('commitFiles', () => {
  test('writes, replaces and deletes, and leaves nothing of its own', () => {
    const folder = tree();
    commitFiles(folder, 'sync', { writes: WRITES, deletes: ['gone.txt'] });
    expect(read(folder)).toEqual(AFTER);
    expect(existsSync(join(folder, '.cache/transaction'))).toBe(false);
  });

  test('that is killed at any change leaves all of it or none of it to the next run', () => {
    const outcomes: string[] = [];
    for (let at = 1; ; at++) {
      const folder = tree();
      const { status, signal } = commitUntil(folder, at);
      if (status === 0) break;
      expect(signal).toBe('SIGKILL');
      const finished = finishTransaction(folder);
      const now = read(folder);
      expect([BEFORE, AFTER], `killed at change ${at}`).toContainEqual(now);
      if (finished) expect(now).toEqual(AFTER);
      outcomes.push('new/deep/c.txt' in now ? 'all' : 'none');
    }
    expect(outcomes.length).toBeGreaterThan(10);
    expect(outcomes.join(' ')).toMatch(/^(none )+(all ?)+$/);
  });

  test.each(['ENOSPC', 'EROFS'] as const)(
    'reports %s in one sentence, and tears nothing',
    (code) => {
      let undone = 0;
      for (let at = 1; ; at++) {
        const folder = tree();
        const { status, stderr } = commitUntil(folder, at, code);
        if (status === 0) break;
        expect([status, stderr]).toEqual([2, expect.stringMatching(/^\S+: cannot be written \(/)]);
        if (stderr.includes('Nothing was changed.')) {
          undone++;
          expect(stderr.trim().split('\n')).toHaveLength(1);
          expect(withoutCache(read(folder))).toEqual(BEFORE);
        } else {
          expect(stderr).toContain('it will finish');
          finishTransaction(folder);
          expect(read(folder)).toEqual(AFTER);
        }
      }
      expect(undone).toBeGreaterThan(3);
    },
  );

  test('changes nothing if a folder cannot be written to', () => {
    const folder = tree();
    // A file where a folder should be fails for every user, root included.
    const writes = new Map([...WRITES, ['kept.txt/inside.txt', 'x']]);
    const commit = (): unknown => commitFiles(folder, 'sync', { writes });
    expect(commit).toThrow(FileWriteError);
    expect(commit).toThrow(/inside\.txt: cannot be written \(.+\)/);
    expect(read(folder)).toEqual(BEFORE);
  });
});

describe('finishTransaction', () => {
  /** A tree whose transaction was killed after its first rename. */
  function makeInterruptedTree(): string {
    for (let at = 1; ; at++) {
      const folder = tree();
      expect(commitUntil(folder, at).signal).toBe('SIGKILL');
      if (readFileSync(join(folder, 'a.txt'), 'utf8') === 'new a') return folder;
    }
  }

  test('reports the command and the files that it finished', () => {
    const folder = makeInterruptedTree();
    expect(findInterrupted(folder)).toBe('sync');
    expect(finishTransaction(folder)).toEqual({
      command: 'sync',
      written: [...WRITES.keys()],
      deleted: ['gone.txt'],
    });
    expect(findInterrupted(folder)).toBeUndefined();
    expect(finishTransaction(folder)).toBeUndefined();
  });

  test.each([
    ['a file that is still to be written', 'b/b.txt', 'edited'],
    ['a file that was written', 'a.txt', 'edited'],
    ['a file that was restored', 'a.txt', BEFORE['a.txt']],
  ])('overwrites no edit of %s', (_, path, text) => {
    const folder = makeInterruptedTree();
    writeFileSync(join(folder, path), text);
    const before = read(folder);
    expect(() => finishTransaction(folder)).toThrow(InterruptedError);
    expect(() => finishTransaction(folder)).toThrow(/delete \.cache\/transaction/);
    expect(read(folder)).toEqual(before);
  });
});

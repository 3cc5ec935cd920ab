/** `sync`, killed while it writes, and run again. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readSdk } from '../src/read/read.ts';
import { type Outcome, planSync } from '../src/sync.ts';
import { loadBaseline } from '../src/working-tree.ts';
import { commitFiles, finishTransaction } from '../src/write/file-transaction.ts';
import { git, repository, runSync, snapshot } from './support/repository.ts';
import { INVENTED, makeSimulatedRelease, readInstalledRelease } from './support/simulated.ts';
import { pack } from './support/tarball.ts';

const PRELOAD = new URL('support/kill-at.mjs', import.meta.url).href;
const COMMIT = new URL('support/commit-files.mjs', import.meta.url).pathname;

/** Every file but those that are never committed. */
const readCommitted = (root: string): Record<string, string> =>
  Object.fromEntries(Object.entries(snapshot(root)).filter(([path]) => !path.includes('.cache/')));

/** Brings the tree back to its commit. */
function restore(root: string): void {
  git(root, 'reset', '--quiet', '--hard');
  git(root, 'clean', '-fdxq');
}

describe.skipIf(INVENTED)('a sync that is killed', () => {
  const release = INVENTED ? readInstalledRelease() : makeSimulatedRelease();
  const facts = readSdk(release);
  const plan = (root: string): Outcome => planSync(root, loadBaseline(root), facts, release);

  test('at any change of a file is finished or undone by the next run', () => {
    const root = repository();
    const before = readCommitted(root);
    const { writes } = plan(root);
    const file = join(root, '.git', 'writes.json');
    writeFileSync(file, JSON.stringify({ writes: [...writes] }));
    commitFiles(root, 'sync', { writes });
    const after = readCommitted(root);
    expect(Object.keys(after).length).toBeGreaterThan(Object.keys(before).length);

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
      // Nothing is torn, and nothing is half done: the tree is as before or as after.
      expect([before, after], `killed at change ${at}`).toContainEqual(readCommitted(root));
      if (finished) expect(readCommitted(root)).toEqual(after);
      const again = plan(root);
      if (again.writes.size > 0) commitFiles(root, 'sync', again);
      expect(readCommitted(root), `killed at change ${at}`).toEqual(after);
    }
    expect(killed).toBeGreaterThanOrEqual(20);
  });

  test('as a command is finished by the same command', () => {
    const root = repository();
    const tarball = join(root, '.git', 'sdk.tgz');
    writeFileSync(tarball, pack(release.files));
    const { writes } = plan(root);
    const args = ['--tarball', tarball];
    const env = { NODE_OPTIONS: `--import ${PRELOAD}`, KILL_ROOT: root };
    // The journal is written by then, and some of the files are renamed.
    const killed = runSync(root, args, { ...env, KILL_AT: String(writes.size + 10) });
    expect(killed.status, killed.stderr).toBeNull();
    const checked = runSync(root, [...args, '--check']);
    expect(checked.status).toBe(1);
    expect(checked.stderr).toContain('Finish it with `npm run sync`, without --check.');

    const again = runSync(root, args);
    expect(again.stderr).toContain('finished the interrupted `sync`: .changeset/sdk-');
    expect(again.stdout).toContain('nothing new');
    const now = readCommitted(root);
    for (const [path, text] of writes)
      if (!path.endsWith('sdk.json')) expect(now[path], path).toBe(text);
    expect(now['packages/manifest/sdk.json']).toContain(`"sdk": "${facts.sdk}"`);
  });
});

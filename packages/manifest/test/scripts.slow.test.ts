import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { beta, demo, demoBeta, makeFolder, makeManifestFolder } from './fixtures.ts';

const folder = join(import.meta.dirname, '..', 'scripts');

function run(
  script: string,
  ...args: string[]
): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, script), ...args], {
    encoding: 'utf8',
  });
  return { status, out: stdout, err: stderr };
}

test('check counts features and betas, and exits with 0', () => {
  const { status, out } = run('check.mjs', '--folder', makeManifestFolder(demoBeta('beta')));
  expect({ status, out }).toEqual({ status: 0, out: '1 features, 1 betas: no problem\n' });
});

test('check reports every problem with file, line and fix, and exits with 1', () => {
  const { status, err } = run(
    'check.mjs',
    '--folder',
    makeManifestFolder(demo(beta('demo-2026-02-31', 'bata'))),
  );
  expect(status).toBe(1);
  expect(err).toMatch(/demo\.yaml:10:5 {2}`betas\[0\]\.stage` is `bata`.*\n {4}→ write one of/);
  expect(err).toMatch(
    /1 problem in the manifest\. Fix these, then run again: more checks follow\n$/,
  );
});

test('check accepts a day, and reports one that does not exist', () => {
  const manifest = makeManifestFolder(demoBeta('beta'));
  expect(run('check.mjs', '--folder', manifest, '--today', '2026-10-31').err).toContain(
    'read on 2026-11-01, and today is 2026-10-31 (future-date)',
  );
  expect(run('check.mjs', '--folder', manifest, '--today', '2026-02-30')).toMatchObject({
    status: 1,
    err: '--today 2026-02-30: not a day of the calendar. Write it as 2026-12-31.\n',
  });
});

test('check reports an overlay folder that is missing', () => {
  const { status, err } = run('check.mjs', '--manifest', join(makeFolder({}), 'nowhere'));
  expect(status).toBe(1);
  expect(err).toMatch(/nowhere: there is no such folder\. Give a folder that holds feature files/);
});

test('diff compares with a revision, and report counts, both as JSON on request', () => {
  const diff = run('diff.ts', '--to', 'HEAD', '--json');
  expect(diff.status).toBe(0);
  expect(JSON.parse(diff.out)).toEqual({ bump: null, changes: [] });
  const report = run('report.ts', '--json');
  expect(report.status).toBe(0);
  expect(JSON.parse(report.out).features).toBeGreaterThan(50);
  const since = run('report.ts', '--json', '--since', 'HEAD');
  expect(since.status).toBe(0);
  expect(JSON.parse(since.out).since).toMatchObject({
    revision: 'HEAD',
    before: { facts: {} },
    afterOfSame: { facts: {} },
  });
});

test('report names a revision that is missing, and exits with 2', () => {
  const { status, err } = run('report.ts', '--since', 'no-such-revision');
  expect(status).toBe(2);
  expect(err).toContain('no-such-revision: neither a file nor a revision');
  expect(err).toContain('usage: npm run manifest:report');
});

test('diff reports wrong arguments with its usage, and exits with 2', () => {
  const { status, err } = run('diff.ts', 'one', 'two');
  expect(status).toBe(2);
  expect(err).toContain('usage: npm run manifest:diff');
});

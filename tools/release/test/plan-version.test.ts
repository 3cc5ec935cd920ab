import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { appendTo } from '@beta-headers/sync/write/edit.ts';
import { describe, expect, test } from 'vitest';
import { computeVersion } from '../src/next-version.ts';
import { planVersion } from '../src/plan-version.ts';
import { copyUnreleased, ENTRIES, git } from './support/unreleased.ts';

const changeset = (...types: string[]) => ({
  id: 'one',
  summary: 'new: x',
  releases: types.map((type) => ({ name: '@beta-headers/core', type })),
});

describe('computeVersion', () => {
  test.each([
    ['0.0.0', ['patch', 'minor'], '0.1.0'],
    ['0.1.0', ['patch'], '0.1.1'],
    ['0.1.4', ['minor'], '0.2.0'],
    // Before 1.0.0 a breaking change is a minor version.
    ['0.1.4', ['major'], '0.2.0'],
    ['1.2.3', ['patch', 'major'], '2.0.0'],
    ['1.2.3', ['minor'], '1.3.0'],
    ['1.2.3', ['none'], undefined],
    ['1.2.3', [], undefined],
  ])('raises %s with the changes %j to %s', (current, types, expected) => {
    expect(computeVersion(current, [changeset(...types)])).toBe(expected);
  });
});

describe('planVersion', () => {
  test('writes the version to every file that has it, and deletes the changesets', async () => {
    const root = copyUnreleased();
    const plan = await planVersion(root, { date: '2026-12-01' });
    const writes = plan?.changes.writes ?? new Map<string, string>();
    expect(plan?.version).toBe('0.1.0');
    expect(plan?.changes.deletes).toEqual(['.changeset/one.md']);
    expect([...writes.keys()]).toEqual(
      expect.arrayContaining([
        'CHANGELOG.md',
        'docs/package.json',
        'packages/constants/src/generated/version.ts',
        'packages/core/deno.json',
        'packages/core/package.json',
        'packages/manifest/history.json',
        'packages/manifest/released.json',
      ]),
    );
    for (const [path, text] of writes)
      if (/\/(package|deno)\.json$/.test(path))
        expect(JSON.parse(text).version, path).toBe('0.1.0');
    for (const entry of ENTRIES)
      expect(writes.get('CHANGELOG.md')).toContain(entry.replace(/^\w+: /, '- '));
  });

  test('makes a prerelease of a commit, without touching the history', async () => {
    const plan = await planVersion(copyUnreleased(), {
      date: '2026-12-01',
      snapshotOf: '0123456789abcdef0123456789abcdef01234567',
    });
    expect(plan?.version).toBe('0.1.0-next-012345678');
    expect(plan?.changes.writes.has('packages/manifest/history.json')).toBe(false);
  });

  test('refuses a release while a review mark is open, with its file and line', async () => {
    const root = copyUnreleased();
    const path = 'packages/manifest/features/advisor-tool.yaml';
    const text = readFileSync(join(root, path), 'utf8');
    const marked = appendTo(text, ['betas', 0, 'review'], ['decide the stage'], 'evidence');
    writeFileSync(join(root, path), marked);
    const line = marked.split('\n').findIndex((one) => one.includes('decide the stage')) + 1;
    await expect(planVersion(root, { date: '2026-12-01' })).rejects.toThrow(
      new RegExp(`${path}:${line}:.*waits for a decision: decide the stage`, 's'),
    );
  });

  test('refuses a first release of a new beta that no changeset names', async () => {
    const root = copyUnreleased();
    git(root, 'update-ref', 'refs/remotes/origin/main', 'HEAD');
    for (const file of ['features/advisor-tool.yaml', 'clients.yaml']) {
      const path = join(root, 'packages/manifest', file);
      const text = readFileSync(path, 'utf8');
      writeFileSync(path, text.replaceAll('advisor-tool-2026-03-01', 'advisor-tool-2026-03-02'));
    }
    await expect(planVersion(root, { date: '2026-12-01' })).rejects.toThrow(
      /no changeset names by id.*new: `advisor-tool-2026-03-02`/s,
    );
  });

  test.each([
    ['2.0.0', 'Only 1.0.0 can be chosen'],
    ['next', 'not a version'],
  ])('refuses to release as %s', async (to, message) => {
    await expect(planVersion(copyUnreleased(), { date: '2026-12-01', to })).rejects.toThrow(
      message,
    );
  });

  test('releases as 1.0.0 on request', async () => {
    const plan = await planVersion(copyUnreleased(), { date: '2026-12-01', to: '1.0.0' });
    expect(plan?.version).toBe('1.0.0');
  });

  test('plans nothing without a changeset', async () => {
    const root = copyUnreleased();
    rmSync(join(root, '.changeset/one.md'));
    expect(await planVersion(root, { date: '2026-12-01' })).toBeUndefined();
  });
});

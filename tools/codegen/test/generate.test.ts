import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { generate } from '../src/generate.ts';
import { recallOverlay } from '../src/overlay.ts';
import { PRIVATE_BETA, PRIVATE_SOURCES } from './support/private-beta.ts';
import { generateIn, makeTree, readTree, removeTree } from './support/tree.ts';

/** `vitest --mode full` tests more moments of a run. */
const FULL = process.env['TEST_TIER'] === 'full';
const EDITS = FULL ? 10 : 3;
const KILLS = FULL ? 20 : 4;

const FEATURE = 'packages/manifest/features/fast-mode.yaml';
const EDIT = { file: FEATURE, from: 'en: Fast mode', to: 'en: Faster mode' };
let root: string;
let overlay: string;
beforeEach(() => {
  root = makeTree();
  overlay = join(root, 'ours');
  mkdirSync(overlay);
  writeFileSync(join(overlay, 'acme-vault.yaml'), PRIVATE_BETA);
  writeFileSync(join(overlay, 'sources.yaml'), PRIVATE_SOURCES);
});
afterEach(() => removeTree(root));

const edit = (file: string, from: string, to: string, base = root): void => {
  const text = readFileSync(join(base, file), 'utf8');
  expect(text).toContain(from);
  writeFileSync(join(base, file), text.replace(from, to));
};

/** Calls a function with a tree that is removed afterwards. */
async function runInTree<T>(use: (tree: string) => Promise<T>, original?: string): Promise<T> {
  const tree = makeTree(original);
  try {
    return await use(tree);
  } finally {
    removeTree(tree);
  }
}

/** Returns moments spread over a run, including its first and last call. */
const spread = (calls: number, count: number): number[] =>
  Array.from({ length: count }, (_, i) => 1 + Math.round((i * (calls - 1)) / (count - 1)));

describe('generate without changes', () => {
  it('writes nothing', async () => {
    const first = await generate({ root });
    expect(first.written.length).toBeGreaterThan(40);
    const second = await generate({ root });
    expect(second).toEqual({ ...first, written: [], unchanged: first.written.length });
  });

  it.each([
    ['an input was edited', () => edit(FEATURE, EDIT.from, EDIT.to), 'written'],
    [
      'an output was edited to the same size',
      () => edit('packages/core/src/generated/catalog.ts', 'params', 'parbms'),
      'written',
    ],
    [
      'a stray file is in a folder of its own',
      () => writeFileSync(join(root, 'packages/node/src/features/stray.ts'), ''),
      'pruned',
    ],
  ] as const)('updates the files when %s', async (_, change, kind) => {
    await generate({ root });
    const wanted = readTree(root);
    change();
    expect((await generate({ root }))[kind].length).toBeGreaterThan(0);
    if (!readFileSync(join(root, FEATURE), 'utf8').includes(EDIT.to))
      expect(readTree(root)).toEqual(wanted);
    expect(await generate({ root })).toMatchObject({ written: [], pruned: [] });
  });
});

describe('an interrupted generate', () => {
  it(`notices an edit at any of ${EDITS} moments of a run in the next run`, async () => {
    const calls = await runInTree(async (tree) => (await generateIn(tree, 'any')).calls);
    const wanted = await runInTree(async (tree) => {
      edit(EDIT.file, EDIT.from, EDIT.to, tree);
      await generate({ root: tree });
      return readTree(tree);
    });
    for (const moment of spread(calls, EDITS)) {
      await runInTree(async (tree) => {
        const ended = await generateIn(tree, 'any', moment, EDIT);
        expect(ended, ended.stderr).toMatchObject({ code: 0, calls });
        await generate({ root: tree });
        expect(readTree(tree), `edited at call ${moment} of ${calls}`).toEqual(wanted);
      });
    }
  });

  it(`is completed by the next run after SIGKILL at any of ${KILLS} moments`, async () => {
    // Going back from an overlay to the manifest writes, prunes and forgets much.
    await generate({ root, manifest: overlay });
    rmSync(join(root, 'packages/deno'), { recursive: true });
    mkdirSync(join(root, 'packages/node/dist'));
    const { calls } = await runInTree((tree) => generateIn(tree, 'write'), root);
    const wanted = await runInTree(async (tree) => {
      mkdirSync(join(tree, 'ours'));
      writeFileSync(join(tree, 'ours/acme-vault.yaml'), PRIVATE_BETA);
      writeFileSync(join(tree, 'ours/sources.yaml'), PRIVATE_SOURCES);
      await generate({ root: tree });
      return readTree(tree);
    });
    for (const moment of spread(calls, KILLS)) {
      await runInTree(async (tree) => {
        expect((await generateIn(tree, 'write', moment, 'kill')).signal).toBe('SIGKILL');
        // The first write removes the stamp, so the next run checks everything.
        expect(existsSync(join(tree, '.cache/generate.json'))).toBe(moment === 1);
        await generate({ root: tree });
        expect(readTree(tree), `killed at call ${moment} of ${calls}`).toEqual(wanted);
      }, root);
    }
  });
});

describe('an overlay', () => {
  const isIn = (): boolean =>
    JSON.stringify(readTree(join(root, 'packages'))).includes('acme-vault');

  it('is remembered, and used again with keepOverlay', async () => {
    expect(await generate({ root, keepOverlay: true })).not.toHaveProperty('overlay');
    await generate({ root, manifest: overlay });
    expect(recallOverlay(root)).toBe(overlay);
    const names = { features: ['acme-vault'], betas: ['acme-vault-2026-05-01'] };
    for (const changed of [false, true]) {
      if (changed) edit('ours/acme-vault.yaml', 'Reads the vault', 'Opens the vault');
      const kept = await generate({ root, keepOverlay: true });
      expect(kept.overlay).toEqual({ folder: overlay, ...names });
      expect(kept.written.length > 0).toBe(changed);
      expect(isIn()).toBe(true);
    }
  });

  it('is removed by a run without it, which reports the removed names', async () => {
    await generate({ root });
    const wanted = readTree(root);
    await generate({ root, manifest: overlay });
    const back = await generate({ root });
    expect(back).not.toHaveProperty('overlay');
    expect(back.removed).toEqual({
      features: ['acme-vault'],
      betas: ['acme-vault-2026-05-01'],
      folder: overlay,
    });
    expect(readTree(root)).toEqual(wanted);
    expect(recallOverlay(root)).toBeUndefined();
    expect(await generate({ root, keepOverlay: true })).not.toHaveProperty('overlay');
  });

  it('removes all builds when it is added and when it is removed', async () => {
    const builds = ['packages/core/dist', 'packages/node/docs', 'docs/dist'];
    const build = (): void => {
      for (const folder of builds) mkdirSync(join(root, folder), { recursive: true });
    };
    const built = (): string[] => builds.filter((folder) => existsSync(join(root, folder)));
    await generate({ root });
    build();
    edit(FEATURE, EDIT.from, EDIT.to);
    await generate({ root });
    expect(built()).toEqual(builds);
    for (const manifest of [overlay, undefined]) {
      build();
      await generate({ root, manifest });
      expect(built()).toEqual([]);
    }
  });

  it('is kept when the next one has problems', async () => {
    await generate({ root, manifest: overlay });
    const before = readTree(root);
    const broken = join(root, 'broken');
    mkdirSync(broken);
    writeFileSync(join(broken, 'acme-vault.yaml'), PRIVATE_BETA.replace('preview', 'prevew'));
    writeFileSync(join(broken, 'sources.yaml'), PRIVATE_SOURCES);
    await expect(generate({ root, manifest: broken })).rejects.toThrow('stage');
    rmSync(broken, { recursive: true });
    expect(readTree(root)).toEqual(before);
    expect(recallOverlay(root)).toBe(overlay);
  });

  it('is not dropped silently when its folder is missing', async () => {
    await generate({ root, manifest: overlay });
    rmSync(overlay, { recursive: true });
    await expect(generate({ root, keepOverlay: true })).rejects.toThrow('there is no such folder');
    expect(isIn()).toBe(true);
    await generate({ root });
    expect(isIn()).toBe(false);
  });
});

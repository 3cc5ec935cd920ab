/** Every entry of the packages where no module of Node exists: bundlers, workers, browsers. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../toolchain/lib/root.ts';
import { findRuntimes } from '../src/index.ts';
import { runInWorkerd } from '../src/portable/workerd.ts';

/** The conditions that each runtime and bundler adds to `import` and `default`. */
const CONDITIONS: readonly (readonly [string, readonly string[]])[] = [
  ['browser', ['browser']],
  ['Next.js edge', ['edge-light', 'worker']],
  ['workerd', ['workerd', 'worker', 'browser']],
  ['no condition', []],
];

interface Manifest {
  readonly exports: Record<string, unknown>;
  readonly publishConfig: { readonly exports: Record<string, Record<string, string>> };
}

function readManifest(name: string): Manifest {
  const file = join(root, 'packages', name, 'package.json');
  return JSON.parse(readFileSync(file, 'utf8')) as Manifest;
}

/** The import paths of a package; of the features of Node one, since all are alike. */
function listEntries(name: string): string[] {
  return Object.keys(readManifest(name).exports).map((path) =>
    join('@beta-headers', name, path).replace('*', 'mcp-client'),
  );
}

const ENTRIES = ['core', 'node'].flatMap(listEntries);

async function bundle(
  contents: string,
  conditions: readonly string[],
  platform: 'browser' | 'node' | 'neutral' = 'browser',
): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'esm',
    platform,
    conditions: ['import', ...conditions],
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

describe.each(CONDITIONS)('under %s', (name, conditions) => {
  it.each(ENTRIES)('%s imports no module of Node', async (entry) => {
    const platform = name === 'browser' ? 'browser' : 'neutral';
    const text = await bundle(`export * from '${entry}'`, conditions, platform);
    expect(text.length).toBeGreaterThan(20);
    expect(text).not.toMatch(/\bfrom\s*["']node:|\bimport\s*\(?\s*["']node:|require\(["']node:/);
  });
});

it('what is published has the conditions of the source, in their order', () => {
  const { exports, publishConfig } = readManifest('node');
  const published = Object.entries(publishConfig.exports['.'] ?? {});
  const source = published.map(([condition, file]) => [
    condition,
    file.replace('/dist/', '/src/').replace(/(?:\.d\.ts|\.js)$/, '.ts'),
  ]);
  expect(source).toEqual(Object.entries(exports['.'] as object));
});

it('under Node the channel is imported', async () => {
  const text = await bundle("export { betaMiddleware } from '@beta-headers/node'", [], 'node');
  expect(text).toMatch(/from "node:diagnostics_channel"/);
});

describe('a Worker without nodejs_compat', () => {
  let folder: string;
  beforeAll(() => {
    mkdirSync(join(root, '.cache'), { recursive: true });
    folder = mkdtempSync(join(root, '.cache', 'edge-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('plans a request with @beta-headers/node', async () => {
    const source = `
import { betaFetch } from '@beta-headers/node';
const echo = async (_, init) => new Response(new Headers(init.headers).get('anthropic-beta'));
const body = JSON.stringify({ model: 'claude-opus-5-5', compaction: { type: 'summarize' } });
export default {
  fetch: () =>
    betaFetch({ fetch: echo })('https://api.anthropic.com/v1/messages', { method: 'POST', body }),
};`;
    const worker = join(folder, 'worker.mjs');
    writeFileSync(worker, await bundle(source, ['workerd', 'worker', 'browser'], 'neutral'));
    const answer = await runInWorkerd(findRuntimes().workerd, worker);
    expect(answer).toEqual({ ok: true, text: 'compact-2026-09-04' });
  });
});

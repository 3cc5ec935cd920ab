/** Tests the marks of data from an overlay, which distinguish it from the published manifest. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Catalog, loadManifest } from '@beta-headers/manifest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emitAll } from '../src/emit.ts';
import { emitMarkdown } from '../src/markdown/index.ts';
import { PRIVATE_BUILDER } from './support/private-beta.ts';

const MARK = 'From an overlay, not from the published manifest.';
const SOURCES = `sources:
  - { id: acme-vault, internal: A mail of our account team }
`;

describe('what comes from an overlay', () => {
  let folder: string;
  let catalog: Catalog;
  let files: ReadonlyMap<string, string>;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'beta-headers-marks-'));
    writeFileSync(join(folder, 'acme-vault.yaml'), PRIVATE_BUILDER);
    writeFileSync(join(folder, 'sources.yaml'), SOURCES);
    catalog = loadManifest({ overlay: folder });
    const emitted = [
      ...emitAll(catalog, { version: '1.2.3', sdkVersion: '2.3.4' }),
      ...emitMarkdown(catalog),
    ];
    files = new Map(emitted.map(({ path, content }) => [path, content]));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is marked in the JSDoc of its constant, and no other is', () => {
    const constants = files.get('packages/constants/src/generated/betas.ts') ?? '';
    expect(constants.split(MARK)).toHaveLength(2);
    expect(constants.split(MARK)[1]).toMatch(/^[^;]*export const ACME_VAULT_2026_05_01 /);
  });

  it.each(['node', 'deno'])('is marked in the JSDoc of its module for %s', (target) => {
    const module = files.get(`packages/${target}/src/features/acme-vault.ts`) ?? '';
    // The module, and its one builder.
    expect(module.split(` * ${MARK}\n`)).toHaveLength(3);
    for (const [path, content] of files)
      if (path.startsWith(`packages/${target}/src/features/`) && !path.includes('acme'))
        expect(content, path).not.toContain(MARK);
  });

  it.each([
    ['en', '> This entry comes from your overlay', '(from your overlay)'],
    ['id', '> Entri ini berasal dari overlay Anda sendiri', '(dari overlay Anda)'],
  ])('is marked in the Markdown pages in %s', (language, sentence, remark) => {
    const base = `packages/node/docs/${language}`;
    const marked = [...files].filter(
      ([path, content]) => path.startsWith(base) && content.includes(sentence),
    );
    expect(marked.map(([path]) => path.slice(base.length)).sort()).toEqual([
      '/betas/acme-vault-2026-05-01.md',
      '/features/acme-vault.md',
    ]);
    const index = files.get(`${base}/README.md`) ?? '';
    expect(index.split('\n').filter((line) => line.includes(remark))).toEqual([
      expect.stringContaining('features/acme-vault.md'),
    ]);
  });

  it('cites an internal source in words', () => {
    expect(files.get('packages/node/docs/en/betas/acme-vault-2026-05-01.md')).toContain(
      '- A mail of our account team: What our contract says.',
    );
  });

  it('says so in data.json', () => {
    const data = JSON.parse(files.get('packages/manifest/data.json') ?? '') as Catalog;
    expect(data.betas.filter(({ overlay }) => overlay).map(({ id }) => id)).toEqual([
      'acme-vault-2026-05-01',
    ]);
    expect(data.features.filter(({ overlay }) => overlay)).toHaveLength(1);
  });
});

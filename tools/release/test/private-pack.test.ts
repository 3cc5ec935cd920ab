import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { packPackages } from '../src/pack.ts';
import { packPrivately, renameManifest, renameText, toPrivateName } from '../src/private-pack.ts';

const SETTINGS = { scope: '@acme', version: '1.4.0' };
const NAMES = new Map(
  ['core', 'fake-api', 'node'].map((name) => [
    `@beta-headers/${name}`,
    toPrivateName(`@beta-headers/${name}`, '@acme'),
  ]),
);

describe('a text of a package', () => {
  it.each([
    ["import { plan } from '@beta-headers/core';", "from '@acme/beta-headers-core';"],
    ["from '@beta-headers/core/errors';", "from '@acme/beta-headers-core/errors';"],
    ['npm i -D @beta-headers/fake-api', '@acme/beta-headers-fake-api'],
    ['`@beta-headers/node/mcp-client`', '`@acme/beta-headers-node/mcp-client`'],
  ])('names the private package instead of the public one in %s', (text, expected) => {
    expect(renameText(text, NAMES)).toContain(expected);
    expect(renameText(text, NAMES)).not.toContain('@beta-headers');
  });

  it.each([
    'https://www.npmjs.com/package/@beta-headers/core',
    "import { plan } from 'jsr:@beta-headers/core';",
    'https://github.com/beta-headers/beta-headers/tree/main/packages/core',
    '@beta-headers/fake-api-of-somebody',
    '@beta-headers/deno',
  ])('keeps %s', (text) => {
    expect(renameText(text, NAMES)).toBe(text);
  });
});

describe('a package.json', () => {
  const json = (settings: Parameters<typeof renameManifest>[2]): Record<string, unknown> =>
    JSON.parse(
      renameManifest(
        JSON.stringify({
          name: '@beta-headers/node',
          version: '0.1.0',
          scripts: { prepack: 'x' },
          dependencies: { '@beta-headers/core': '0.1.0', hono: '4.0.0' },
          peerDependencies: { '@beta-headers/fake-api': '>=0.1.0', '@anthropic-ai/sdk': '>=1' },
          devDependencies: { '@beta-headers/fake-api': '0.1.0' },
          publishConfig: { access: 'public' },
        }),
        NAMES,
        settings,
      ),
    ) as Record<string, unknown>;

  it('has the private name and version, and depends on private packages of that version', () => {
    expect(json(SETTINGS)).toEqual({
      name: '@acme/beta-headers-node',
      version: '1.4.0',
      dependencies: { '@acme/beta-headers-core': '1.4.0', hono: '4.0.0' },
      peerDependencies: { '@acme/beta-headers-fake-api': '1.4.0', '@anthropic-ai/sdk': '>=1' },
      publishConfig: { access: 'restricted' },
    });
  });

  it('names the registry of the organization', () => {
    const registry = 'https://npm.acme.example';
    expect(json({ ...SETTINGS, registry })['publishConfig']).toEqual({
      access: 'restricted',
      registry,
    });
  });
});

describe('packages that an overlay is in', () => {
  let base: string;
  const write = (path: string, text: string): void => {
    mkdirSync(join(base, path, '..'), { recursive: true });
    writeFileSync(join(base, path), text);
  };
  const list = (folder: string): string[] => readdirSync(join(base, folder)).sort();

  beforeAll(() => {
    base = mkdtempSync(join(tmpdir(), 'beta-headers-overlay-'));
    const files = ['dist'];
    write(
      'packages/core/package.json',
      JSON.stringify({ name: '@beta-headers/core', version: '0.1.0', files }),
    );
    write('packages/core/src/index.ts', '');
    write('packages/core/dist/index.js', "export const name = '@beta-headers/core';\n");
    write(
      'packages/node/package.json',
      JSON.stringify({
        name: '@beta-headers/node',
        version: '0.1.0',
        files,
        dependencies: { '@beta-headers/core': '0.1.0' },
      }),
    );
    write('packages/node/src/features/acme.ts', '');
    write('packages/node/dist/features/acme.js', "export * from '@beta-headers/core';\n");
    write(
      'packages/manifest/data.json',
      JSON.stringify({
        features: [{ name: 'acme-vault', overlay: true }],
        betas: [{ id: 'acme-vault-2026-05-01', overlay: true }],
      }),
    );
  });
  afterAll(() => rmSync(base, { recursive: true }));

  it('are not packed under their public names', async () => {
    await expect(packPackages(join(base, 'tarballs'), base)).rejects.toThrow(
      /acme-vault, acme-vault-2026-05-01 of an overlay.*`npm run release:private`/,
    );
    expect(existsSync(join(base, 'tarballs'))).toBe(false);
  });

  it('are packed under the scope of their organization, without any public name', async () => {
    write('out/acme-beta-headers-core-1.3.0.tgz', 'of an earlier run');
    write('out/other.tgz', 'of somebody else');
    const tarballs = await packPrivately(join(base, 'out'), SETTINGS, base);
    expect(tarballs.map(({ name, version }) => `${name}@${version}`)).toEqual([
      '@acme/beta-headers-core@1.4.0',
      '@acme/beta-headers-node@1.4.0',
    ]);
    expect(list('out')).toEqual([
      'acme-beta-headers-core-1.4.0.tgz',
      'acme-beta-headers-node-1.4.0.tgz',
      'other.tgz',
    ]);
    for (const { file } of tarballs) {
      const { stdout, status } = spawnSync('tar', ['-xzOf', file], { encoding: 'utf8' });
      expect(status).toBe(0);
      expect(stdout).toContain('@acme/beta-headers-core');
      expect(stdout).not.toContain('@beta-headers');
    }
  });
});

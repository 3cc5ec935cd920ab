import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { PRIVATE_BETA, PRIVATE_BUILDER, PRIVATE_SOURCES } from './support/private-beta.ts';

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const generate = (...args: string[]) =>
  spawnSync(process.execPath, [cli, ...args], { encoding: 'utf8' });

let folder: string;
let out: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'beta-headers-cli-'));
  out = join(folder, 'out');
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('generate', () => {
  it('writes all files, and none in a second run', () => {
    expect(generate('--out', out).stdout).toMatch(
      /^\d+ features, \d+ betas: \d+ written, 0 unchanged, 0 pruned\n$/,
    );
    expect(generate('--out', out).stdout).toMatch(/: 0 written, \d+ unchanged, 0 pruned\n$/);
    expect(generate('--check', '--out', out).status).toBe(0);
  });

  it('--check reports edited and stray files with the fixing command, and writes nothing', () => {
    const edited = join(out, 'packages/core/src/generated/catalog.ts');
    appendFileSync(edited, '// by hand\n');
    writeFileSync(join(out, 'packages/node/src/features/mine.ts'), '');
    const { status, stderr } = generate('--check', '--out', out);
    expect(status).toBe(1);
    expect(stderr).toContain('stale:  packages/core/src/generated/catalog.ts');
    expect(stderr).toContain('stray:  packages/node/src/features/mine.ts');
    expect(stderr).toContain(`Run \`npm run generate -- --out ${out}\``);
    expect(readFileSync(edited, 'utf8')).toContain('// by hand');
    expect(generate('--out', out).stdout).toMatch(/: 1 written, \d+ unchanged, 1 pruned\n$/);
  });

  it('adds a folder of private betas to the manifest', () => {
    const overlay = join(folder, 'ours');
    mkdirSync(overlay);
    writeFileSync(join(overlay, 'acme-vault.yaml'), PRIVATE_BUILDER);
    writeFileSync(join(overlay, 'sources.yaml'), PRIVATE_SOURCES);
    expect(generate('--check', '--out', out, '--manifest', overlay).status).toBe(1);
    expect(generate('--out', out, '--manifest', overlay).status).toBe(0);
    expect(readFileSync(join(out, 'packages/constants/src/generated/betas.ts'), 'utf8')).toContain(
      "ACME_VAULT_2026_05_01 = 'acme-vault-2026-05-01'",
    );
    expect(readFileSync(join(out, 'packages/node/src/features/acme-vault.ts'), 'utf8')).toContain(
      "export { ACME_VAULT_2026_05_01 } from '@beta-headers/constants';",
    );
    expect(readFileSync(join(out, 'packages/core/src/generated/catalog.ts'), 'utf8')).toContain(
      'acme_vault',
    );
  });

  it('writes nothing if the manifest has problems, and reports all of them', () => {
    const broken = join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(
      join(broken, 'acme-vault.yaml'),
      PRIVATE_BETA.replace('stage: preview', 'stage: prevew').replace(
        'id: Brankas Acme',
        'id: Acme vault',
      ),
    );
    writeFileSync(
      join(broken, 'mcp-client.yaml'),
      PRIVATE_BETA.replaceAll('acme-vault', 'mcp-client'),
    );
    const before = readFileSync(join(out, 'packages/manifest/data.json'), 'utf8');
    const { status, stderr } = generate('--out', out, '--manifest', broken);
    expect(status).toBe(1);
    expect(stderr).toMatch(/acme-vault\.yaml:\d+:\d+ .*stage/);
    expect(stderr).toMatch(/mcp-client\.yaml:1:1 .*overlay redefines the released feature/);
    expect(readFileSync(join(out, 'packages/manifest/data.json'), 'utf8')).toBe(before);
  });

  it.each([
    [['--manifest', 'no-such-folder'], 1, 'there is no such folder'],
    [['--chek'], 2, 'usage: npm run generate'],
    [['stray'], 2, 'usage: npm run generate'],
  ])('explains what is wrong with %j', (args, status, message) => {
    const ended = generate(...args);
    expect(ended.status).toBe(status);
    expect(ended.stderr).toContain(message);
  });
});

import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '@beta-headers/manifest/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { emitLitellm } from '../../src/export/index.ts';
import { main } from '../../src/main.ts';
import { readVersion } from '../../src/version.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs `beta-headers export` and collects what it writes. */
async function run(...args: string[]) {
  let stdout = '';
  let stderr = '';
  const code = await main(['export', ...args], {
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
    env: {},
  });
  return { code, stdout, stderr };
}

const version = readVersion();

describe('beta-headers export', () => {
  it('writes the table to standard output and the notes to standard error', async () => {
    const { code, stdout, stderr } = await run('--for', 'litellm');
    expect(code).toBe(0);
    expect(stdout).toBe(emitLitellm(catalog, { version }));
    expect(stderr).toMatch(/bedrock: \d+ accepted, \d+ rejected, \d+ unknown/);
  });

  it('lists unknown values on standard error if the file has no place for them', async () => {
    const { stderr } = await run('--for', 'bifrost', '--platform', 'vertex');
    expect(stderr).toMatch(/unknown \(\d+\): .*fast-mode-2026-02-01/);
    expect(stderr).toMatch(/web-search-2025-03-05: accepted; rejected at POST/);
    expect(stderr).toContain(`manifest ${version}`);
  });

  it.each([
    ['lite-llm', 'did you mean litellm?'],
    ['portkey', 'Gateways: agentgateway, bifrost, envoy, litellm'],
    ['toString', 'Gateways: agentgateway'],
  ])('rejects the gateway %s with exit code 2', async (name, advice) => {
    const { code, stdout, stderr } = await run('--for', name);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`no table for a gateway called "${name}"`);
    expect(stderr).toContain(advice);
  });

  it('rejects an unknown platform with the nearest one', async () => {
    const { code, stderr } = await run('--for', 'litellm', '--platform', 'bedrok');
    expect(code).toBe(2);
    expect(stderr).toContain('did you mean bedrock?');
  });

  it('rejects a platform for which the gateway has no place', async () => {
    const { code, stdout, stderr } = await run('--for', 'agentgateway', '--platform', 'vertex');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--platform: agentgateway has no table for vertex');
  });

  it('wants the name of a gateway', async () => {
    const { code, stderr } = await run();
    expect(code).toBe(2);
    expect(stderr).toContain('--for <gateway>');
  });

  it('replaces a file whole and leaves no temporary file', async () => {
    const out = join(folder, 'table.json');
    await writeFile(out, 'old');
    const { code, stdout } = await run('--for', 'litellm', '--out', out);
    expect([code, stdout]).toEqual([0, '']);
    expect(await readFile(out, 'utf8')).toBe(emitLitellm(catalog, { version }));
    expect(await readdir(folder)).toEqual(['table.json']);
  });

  it('reports a file that it cannot write with exit code 2', async () => {
    const out = join(folder, 'missing', 'table.json');
    const { code, stderr } = await run('--for', 'litellm', '--out', out);
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot write ${out}: its folder does not exist; create the folder`);
    expect(await readdir(folder)).toEqual([]);
  });
});

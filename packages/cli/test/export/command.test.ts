import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { catalog } from '@beta-headers/manifest/data';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runExport } from '../../src/commands/export.ts';
import { emitLitellm } from '../../src/export/index.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'export-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** Runs the command and collects what it writes. */
async function run(options: { for: string; platform?: string; out?: string }) {
  let stdout = '';
  let stderr = '';
  const code = await runExport({
    ...options,
    version: '2.3.4',
    stdout: { write: (text) => (stdout += text) },
    stderr: { write: (text) => (stderr += text) },
  });
  return { code, stdout, stderr };
}

describe('runExport', () => {
  it('writes the table to standard output and the notes to standard error', async () => {
    const { code, stdout, stderr } = await run({ for: 'litellm' });
    expect(code).toBe(0);
    expect(stdout).toBe(emitLitellm(catalog, { version: '2.3.4' }));
    expect(stderr).toMatch(/bedrock: \d+ accepted, \d+ rejected, \d+ unknown/);
  });

  it('lists unknown values on standard error if the file has no place for them', async () => {
    const { stderr } = await run({ for: 'bifrost', platform: 'vertex' });
    expect(stderr).toMatch(/unknown \(\d+\): .*fast-mode-2026-02-01/);
    expect(stderr).toMatch(/web-search-2025-03-05: accepted; rejected at POST/);
    expect(stderr).toContain('manifest 2.3.4');
  });

  it.each([
    ['lite-llm', 'did you mean litellm?'],
    ['portkey', 'known: agentgateway, bifrost, envoy, litellm'],
    ['toString', 'known: agentgateway'],
  ])('rejects the gateway %s with exit code 2', async (name, advice) => {
    const { code, stdout, stderr } = await run({ for: name });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`unknown gateway "${name}"`);
    expect(stderr).toContain(advice);
  });

  it('rejects an unknown platform with the nearest one', async () => {
    const { code, stderr } = await run({ for: 'litellm', platform: 'bedrok' });
    expect(code).toBe(2);
    expect(stderr).toContain('unknown platform "bedrok", did you mean bedrock?');
  });

  it('rejects a platform for which the gateway has no place', async () => {
    const { code, stderr } = await run({ for: 'agentgateway', platform: 'vertex' });
    expect(code).toBe(2);
    expect(stderr).toContain('agentgateway has no table for vertex');
  });

  it('replaces a file whole and leaves no temporary file', async () => {
    const out = join(folder, 'table.json');
    await writeFile(out, 'old');
    const { code, stdout } = await run({ for: 'litellm', out });
    expect([code, stdout]).toEqual([0, '']);
    expect(await readFile(out, 'utf8')).toBe(emitLitellm(catalog, { version: '2.3.4' }));
    expect(await readdir(folder)).toEqual(['table.json']);
  });

  it('reports a file that it cannot write with exit code 2', async () => {
    const out = join(folder, 'missing', 'table.json');
    const { code, stderr } = await run({ for: 'litellm', out });
    expect(code).toBe(2);
    expect(stderr).toContain(`cannot write ${out}: ENOENT`);
    expect(await readdir(folder)).toEqual([]);
  });
});

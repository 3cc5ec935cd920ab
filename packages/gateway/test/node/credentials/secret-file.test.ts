import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readSecretFile } from '../../../src/node/credentials/index.ts';
import { describeFileError } from '../../../src/node/credentials/secret-file.ts';

function makePath(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'gateway-secret-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, name);
}

describe('readSecretFile', () => {
  it('reads a file again only after it has changed', async () => {
    const file = makePath('key');
    writeFileSync(file, 'one\n');
    expect(await readSecretFile(file)).toBe('one');
    expect(await readSecretFile(file)).toBe('one');
    writeFileSync(file, 'longer\n');
    expect(await readSecretFile(file)).toBe('longer');
  });

  it('removes only the last line break', async () => {
    const file = makePath('key');
    writeFileSync(file, ' a b \n\r\n');
    expect(await readSecretFile(file)).toBe(' a b \n');
  });

  it.each([
    ['missing', 'key-file-missing'],
    ['folder', 'key-file-unreadable'],
    ['empty', 'key-file-empty'],
    ['large', 'key-file-invalid'],
    ['large/below', 'key-file-missing'],
  ])('reports the file %s as %s', async (name, code) => {
    const folder = makePath('');
    mkdirSync(join(folder, 'folder'));
    writeFileSync(join(folder, 'empty'), '\n');
    writeFileSync(join(folder, 'large'), 'x'.repeat(65_537));
    const path = join(folder, name);
    const failure = await readSecretFile(path).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'CredentialError', code });
    expect((failure as Error).message).toContain(path);
  });

  it('reports a file that disappeared after it was read', async () => {
    const file = makePath('key');
    writeFileSync(file, 'one');
    await readSecretFile(file);
    rmSync(file);
    await expect(readSecretFile(file)).rejects.toMatchObject({ code: 'key-file-missing' });
  });

  it('describes a file that may not be read', () => {
    const error = Object.assign(new Error('denied'), { code: 'EACCES' });
    expect(describeFileError('/run/key', error).message).toBe(
      'the file /run/key may not be read; give the user of the gateway the right to read it',
    );
  });
});

/** Writes files that are removed after the tests of a file. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Makes an empty folder, until the test ends. Returns its path. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cli-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a file to a folder of its own, until the test ends. Returns its path. */
export function writeTemporary(name: string, text: string | Uint8Array): string {
  const path = join(makeFolder(), name);
  writeFileSync(path, text);
  return path;
}

/** The choice of the files that are decoded and scanned. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { createReader, type ReadFile } from '../../src/scan/node/read.ts';

const folder = mkdtempSync(join(tmpdir(), 'scan-read-'));
afterAll(() => rmSync(folder, { recursive: true }));

const reader = createReader(1_000_000);
const read = (content: string | Uint8Array): ReadFile => {
  const path = join(folder, 'file');
  writeFileSync(path, content);
  return reader(path);
};

it.each([
  'const a = 1;',
  '',
  "headers['anthropic-beta'] = value;",
  'x-20 and 2024-07-31 and 2024_07_31',
])('does not decode a file without a date of a beta: %s', (text) => {
  expect(read(text)).toBeUndefined();
});

it.each([
  'pdfs-2024-09-25',
  'claude-code-20250219',
  'AnthropicBetaPDFs2024_09_25',
  'AnthropicBeta.PDFS_2024_09_25',
  '// beta-headers-ignore-next-line: x',
])('decodes a file with %s', (text) => {
  expect(read(text)).toEqual({ text });
  const far = `${'é'.repeat(100_000)}\n${text}`;
  expect(read(far)).toEqual({ text: far });
});

it('reads files of different sizes into the same buffer', () => {
  const large = `pdfs-2024-09-25${' '.repeat(900_000)}`;
  expect(read(large)).toEqual({ text: large });
  expect(read('pdfs-2024-09-25')).toEqual({ text: 'pdfs-2024-09-25' });
  expect(read('short')).toBeUndefined();
});

it('skips what is too large, binary or no UTF-8', () => {
  expect(read(' '.repeat(1_000_001))).toEqual({ skipped: 'too-large', size: 1_000_001 });
  expect(read('pdfs-2024-09-25\0')).toMatchObject({ skipped: 'binary' });
  expect(read(Buffer.from('pdfs-2024-09-25', 'utf16le'))).toBeUndefined();
  const wide = Buffer.from('\uFEFFpdfs-2024-09-25', 'utf16le');
  expect(read(wide)).toMatchObject({ skipped: 'not-utf8' });
  expect(read(wide.swap16())).toMatchObject({ skipped: 'not-utf8' });
  expect(read(Buffer.from('\uFEFFno beta', 'utf16le'))).toBeUndefined();
  expect(read(Buffer.from([...Buffer.from('pdfs-2024-09-25 '), 0xc3]))).toMatchObject({
    skipped: 'not-utf8',
  });
});

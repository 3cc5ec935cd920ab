import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { compareFiles, writeAtomically, writeFiles } from '../src/writer.ts';

const OWNED = { folders: ['out'] };
const FILES = [
  { path: 'out/a.txt', content: 'a' },
  { path: 'out/deep/b.txt', content: 'b' },
  { path: 'single.json', content: '{}' },
];
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'beta-headers-writer-'));
});
afterEach(() => rmSync(root, { recursive: true }));

describe('writeFiles', () => {
  it('writes missing files, and none in a second run', () => {
    expect(writeFiles(root, FILES, OWNED)).toEqual({
      written: FILES.map((file) => file.path),
      pruned: [],
      unchanged: 0,
    });
    const before = statSync(join(root, 'out/a.txt')).mtimeMs;
    expect(writeFiles(root, FILES, OWNED)).toEqual({ written: [], pruned: [], unchanged: 3 });
    expect(statSync(join(root, 'out/a.txt')).mtimeMs).toBe(before);
  });

  it('prunes files that are not emitted, only in its own folders', () => {
    writeFiles(root, FILES, OWNED);
    writeFileSync(join(root, 'out/deep/stray.txt'), '');
    writeFileSync(join(root, 'mine.txt'), '');
    expect(writeFiles(root, FILES.slice(0, 1), OWNED).pruned).toEqual([
      'out/deep/b.txt',
      'out/deep/stray.txt',
    ]);
    expect(existsSync(join(root, 'mine.txt'))).toBe(true);
    expect(existsSync(join(root, 'single.json'))).toBe(true);
  });

  it('removes the temporary files of a killed run', () => {
    writeFiles(root, FILES, OWNED);
    writeFileSync(join(root, 'single.json.beta-headers-1234.tmp'), 'half');
    writeFileSync(join(root, 'out/a.txt.beta-headers-1234.tmp'), 'half');
    expect(writeFiles(root, FILES, OWNED).pruned).toEqual([
      'out/a.txt.beta-headers-1234.tmp',
      'single.json.beta-headers-1234.tmp',
    ]);
  });

  it('reports a file that cannot be written, and leaves no temporary file', () => {
    writeFileSync(join(root, 'out'), 'a file where a folder has to be');
    expect(() => writeAtomically(join(root, 'out/a.txt'), 'a')).toThrow(
      /^.*out\/a\.txt: cannot be written \(E\w+: .*\)\. Free or unlock the folder and run again\.$/,
    );
    expect(readdirSync(root)).toEqual(['out']);
  });

  it('rejects two emitters with the same file', () => {
    expect(() => writeFiles(root, [FILES[0] as never, FILES[0] as never], OWNED)).toThrow(
      'two emitters emit the same file: out/a.txt',
    );
    expect(readdirSync(root)).toEqual([]);
  });

  it('leaves the old file or the new one if it is killed at any moment', async () => {
    const writer = new URL('../src/writer.ts', import.meta.url).href;
    const big = 2_000_000;
    const script = `
      import { writeFiles } from ${JSON.stringify(writer)};
      for (let i = 0; ; i++) {
        const content = String(i % 10).repeat(${big});
        writeFiles(${JSON.stringify(root)}, [{ path: 'out/big.txt', content }], { folders: ['out'] });
        if (i === 0) process.stdout.write('ready');
      }`;
    mkdirSync(join(root, 'out'));
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await new Promise((resolve) => child.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 3 + round * 7));
      child.kill('SIGKILL');
      await new Promise((resolve) => child.once('exit', resolve));
      const text = readFileSync(join(root, 'out/big.txt'), 'utf8');
      expect(text.length).toBe(big);
      expect(new Set(text).size).toBe(1);
    }
    expect(writeFiles(root, [{ path: 'out/big.txt', content: 'new' }], OWNED).written).toEqual([
      'out/big.txt',
    ]);
    expect(readdirSync(join(root, 'out'))).toEqual(['big.txt']);
  });
});

describe('compareFiles', () => {
  it('reports what a write would change, and changes nothing', () => {
    writeFiles(root, FILES, OWNED);
    writeFileSync(join(root, 'out/a.txt'), 'edited');
    writeFileSync(join(root, 'out/new.txt'), '');
    expect(compareFiles(root, FILES, OWNED)).toEqual({
      written: ['out/a.txt'],
      pruned: ['out/new.txt'],
      unchanged: 2,
    });
    expect(readFileSync(join(root, 'out/a.txt'), 'utf8')).toBe('edited');
  });
});

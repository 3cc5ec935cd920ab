import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { isSdkFile } from '../src/release/release.ts';
import { LIMITS, readTarball } from '../src/release/tarball.ts';
import { MINIMAL } from './support/release.ts';
import { archive, type Entry, pack } from './support/tarball.ts';

const good = Object.entries(MINIMAL).map(
  ([path, text]): Entry => ({ path: `package/${path}`, text }),
);
const read = (bytes: Buffer, limits = LIMITS): Promise<unknown> =>
  readTarball(bytes, 'x.tgz', isSdkFile, limits);

test('reads the name, the version and the requested files of a package tarball', async () => {
  const release = await readTarball(
    pack({ ...MINIMAL, 'index.js': 'throw new Error()' }),
    'x.tgz',
    isSdkFile,
  );
  expect([release.name, release.version]).toEqual(['@anthropic-ai/sdk', '9.1.0']);
  expect([...release.files.keys()].sort()).toEqual(Object.keys(MINIMAL).sort());
  expect(release.files.get('src/client.ts')).toBe(MINIMAL['src/client.ts']);
});

test('reads an archive without compression, and with another folder than package/', async () => {
  const bytes = archive(
    good.map((entry) => ({ ...entry, path: entry.path.replace('package/', 'sdk-9/') })),
  );
  await expect(read(bytes)).resolves.toMatchObject({ version: '9.1.0' });
});

describe('readTarball refuses', () => {
  test.each([
    [
      'text',
      Buffer.from('this is not a tarball at all, but a page of an error'.repeat(40)),
      /not a package tarball/,
    ],
    [
      'random bytes',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919) % 251)),
      /not a package tarball/,
    ],
    ['nothing', Buffer.alloc(0), /empty/],
    ['gzip of text', gzipSync('hello'.repeat(1000)), /not a package tarball|cut short/],
    [
      'a tarball without package.json',
      gzipSync(archive([{ path: 'package/a.txt', text: 'a' }])),
      /no package\.json/,
    ],
    ['a package.json that is no JSON', pack({ 'package.json': '{' }), /not JSON/],
    [
      'a package without a version',
      pack({ 'package.json': '{"name":"x"}' }),
      /no name and version/,
    ],
  ])('%s', async (_, bytes, message) => {
    await expect(read(bytes)).rejects.toThrow(message);
  });

  test('a file that is in it twice', async () => {
    const again = { path: 'package/src/client.ts', text: 'export {};' };
    await expect(read(gzipSync(archive([...good, again])))).rejects.toThrow(
      /`src\/client\.ts` is in it twice/,
    );
  });

  const whole = pack(MINIMAL);
  test.each([0.1, 0.5, 0.9, 0.99])('a tarball cut after %d of its bytes', async (part) => {
    await expect(read(whole.subarray(0, Math.floor(whole.length * part)))).rejects.toThrow(
      /cut short|damaged/,
    );
  });

  test('an archive cut before it was compressed', async () => {
    const bytes = archive(good);
    await expect(read(gzipSync(bytes.subarray(0, 700)))).rejects.toThrow(/cut short|damaged/);
  });
});

describe('readTarball refuses an entry outside of the package:', () => {
  test.each<[string, Entry, RegExp]>([
    ['an absolute path', { path: '/etc/passwd', text: 'x' }, /absolute path/],
    ['a Windows drive', { path: 'C:\\Windows\\x', text: 'x' }, /absolute path/],
    ['..', { path: 'package/../../x', text: 'x' }, /leads out of the package/],
    ['.. with backslashes', { path: 'package\\..\\..\\x', text: 'x' }, /leads out of the package/],
    [
      'a symbolic link out',
      { path: 'package/src/a.ts', type: 'SymbolicLink', linkpath: '../../../etc/passwd' },
      /is a link to/,
    ],
    [
      'a hard link out',
      { path: 'package/src/a.ts', type: 'Link', linkpath: '/etc/passwd' },
      /is a link to/,
    ],
    ['a device', { path: 'package/src/a.ts', type: 'CharacterDevice' }, /CharacterDevice/],
  ])('%s', async (_, entry, message) => {
    await expect(read(gzipSync(archive([...good, entry])))).rejects.toThrow(message);
  });
});

describe('readTarball refuses as too large', () => {
  test('a million files', async () => {
    // One archive of 2 000 entries without its end, compressed once and repeated: gzip allows that.
    const some = gzipSync(
      archive(Array.from({ length: 2000 }, (_, i) => ({ path: `package/f${i}` }))).subarray(
        0,
        2000 * 512,
      ),
    );
    const bytes = Buffer.concat(Array.from({ length: 500 }, () => some));
    await expect(read(bytes)).rejects.toThrow(/more than 30000 files/);
  });

  test('a file of 1 GB, by what its header says', async () => {
    const bytes = gzipSync(archive([{ path: 'package/src/large.ts', claims: 1024 ** 3 }, ...good]));
    await expect(read(bytes)).rejects.toThrow(/large\.ts` has 1024 MB/);
  });

  test('many files that are too large together', async () => {
    const bytes = pack({ ...MINIMAL, 'src/a.ts': 'a'.repeat(600), 'src/b.ts': 'b'.repeat(600) });
    await expect(read(bytes, { files: 100, fileBytes: 1024, totalBytes: 1500 })).rejects.toThrow(
      /unpacks to more than/,
    );
  });

  test('zeros after the end of the archive', async () => {
    const zeros = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    const bytes = Buffer.concat([pack(MINIMAL), ...Array.from({ length: 40 }, () => zeros)]);
    const started = process.cpuUsage();
    await expect(read(bytes)).rejects.toThrow(/goes on for more than 1 MB after its end/);
    const { user, system } = process.cpuUsage(started);
    // Reading them all takes minutes.
    expect((user + system) / 1_000_000).toBeLessThan(5);
  });

  test('zeros and no archive', async () => {
    const zeros = gzipSync(Buffer.alloc(8 * 1024 * 1024));
    const bytes = Buffer.concat(Array.from({ length: 40 }, () => zeros));
    await expect(read(bytes)).rejects.toThrow(/goes on for more than 1 MB after its end/);
  });

  test('bytes that are in no file', async () => {
    // The rest of the last file's blocks, in many members of a gzip.
    const bytes = gzipSync(archive(good).subarray(0, -1024));
    const limits = { files: 0, fileBytes: 1024, totalBytes: 512 };
    await expect(read(bytes, limits)).rejects.toThrow(/unpacks to more than|more than 0 files/);
  });

  test('an archive that is compressed twice', async () => {
    await expect(read(gzipSync(pack(MINIMAL)))).rejects.toThrow(/compressed twice/);
  });
});

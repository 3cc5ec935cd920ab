/**
 * Reads a package tarball in memory, within limits; a path or a link that leads outside is refused.
 */
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Parser, type ReadEntry } from 'tar';
import { SyncError } from '../sync-error.ts';
import { computeIntegrity } from './integrity.ts';
import { readPackage } from './package-json.ts';
import type { Release, Wanted } from './release.ts';

/** The limits of a tarball. The largest SDK release so far has 3,300 files and 30 MB. */
export interface Limits {
  readonly files: number;
  readonly fileBytes: number;
  readonly totalBytes: number;
}

export const LIMITS: Limits = {
  files: 30_000,
  fileBytes: 64 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
};

/** The types of entry that npm itself writes, and the headers that describe the next entry. */
const PLAIN: ReadonlySet<string> = new Set([
  'File',
  'OldFile',
  'ContiguousFile',
  'Directory',
  'GNUDumpDir',
]);

/**
 * Reads a tarball.
 * @throws {SyncError} if it is not one, is cut short, is too large, or has an entry that no package
 * needs
 */
export async function readTarball(
  bytes: Uint8Array,
  from: string,
  wanted: Wanted,
  limits: Limits = LIMITS,
): Promise<Release> {
  if (bytes.length === 0)
    throw new SyncError(
      `${from}: the file is empty. Give a package tarball, as \`npm pack\` writes it.`,
    );
  const files = new Map<string, string>();
  const seen = { files: 0, bytes: 0 };
  const kept = new Set<string>();
  await new Promise<void>((resolve, reject) => {
    let refused = false;
    const refuse = (error: Error): void => {
      refused = true;
      reject(error);
    };
    const parser = new Parser({
      strict: true,
      onReadEntry: (entry) => {
        if (refused) return void entry.resume();
        const problem = findProblem(entry, seen, limits);
        if (problem) {
          refuse(new SyncError(`${from}: ${problem} Nothing was unpacked.`));
          return void entry.resume();
        }
        const path = stripFolder(entry.path);
        if (entry.type === 'Directory' || !wanted(path)) return void entry.resume();
        if (kept.has(path)) {
          refuse(new SyncError(`${from}: \`${path}\` is in it twice. Nothing was unpacked.`));
          return void entry.resume();
        }
        kept.add(path);
        const chunks: Buffer[] = [];
        entry.on('data', (chunk) => chunks.push(chunk));
        entry.on('end', () => files.set(path, Buffer.concat(chunks).toString('utf8')));
      },
    });
    parser.on('error', (error) => refuse(explainDamage(from, error)));
    parser.on('end', () => resolve());
    feedParser(parser, bytes, limits, () => refused).catch((error: Error) =>
      refuse(
        error instanceof LimitError
          ? new SyncError(`${from}: ${error.message} Nothing was unpacked.`)
          : explainDamage(from, error),
      ),
    );
  });
  return { ...readPackage(files, from), from, integrity: computeIntegrity(bytes), files };
}

/** An archive is padded to a block of 10 kB. */
const MAX_PADDING = 1024 * 1024;

/**
 * Unpacks in slices, so that a limit stops it before a small file has become a large one. The
 * parser does not get the padding after the end of the archive, which it is slow to skip.
 */
async function feedParser(
  parser: Parser,
  bytes: Uint8Array,
  limits: Limits,
  isRefused: () => boolean,
): Promise<void> {
  let end: number | undefined;
  parser.on('eof', () => {
    end ??= unpacked;
  });
  // Every file has a header of two blocks at most, and may be padded to a block.
  const most = limits.totalBytes + limits.files * 1536;
  let unpacked = 0;
  for await (const slice of unpack(bytes)) {
    if (unpacked === 0 && isGzip(slice)) throw new LimitError('it is compressed twice.');
    unpacked += slice.length;
    if (unpacked > most) throw new LimitError(`it unpacks to more than ${formatMegabytes(most)}.`);
    if (end === undefined) parser.write(slice);
    else if (unpacked - end > MAX_PADDING)
      throw new LimitError(
        `it goes on for more than ${formatMegabytes(MAX_PADDING)} after its end.`,
      );
    if (isRefused()) break;
  }
  if (!isRefused()) parser.end();
}

/** A tarball that is refused for its size or form, found while it is unpacked. */
class LimitError extends Error {}

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b;

/** Unpacks the archive in slices. The parser's own unpacking has no limit. */
function unpack(bytes: Uint8Array): AsyncIterable<Buffer> {
  const slices = Readable.from(cutSlices(bytes));
  return isGzip(bytes) ? slices.pipe(createGunzip()) : slices;
}

function* cutSlices(bytes: Uint8Array): Iterable<Buffer> {
  const SLICE = 64 * 1024;
  for (let at = 0; at < bytes.length; at += SLICE)
    yield Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(SLICE, bytes.length - at));
}

function findProblem(
  entry: ReadEntry,
  seen: { files: number; bytes: number },
  limits: Limits,
): string | undefined {
  const path = entry.path.replaceAll('\\', '/');
  seen.files++;
  seen.bytes += entry.size;
  if (seen.files > limits.files)
    return `it holds more than ${limits.files} files; no SDK release is that large.`;
  if (entry.size > limits.fileBytes)
    return (
      `\`${path}\` has ${formatMegabytes(entry.size)}, more than ` +
      `${formatMegabytes(limits.fileBytes)}.`
    );
  if (seen.bytes > limits.totalBytes)
    return `it unpacks to more than ${formatMegabytes(limits.totalBytes)}.`;
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return `\`${path}\` is an absolute path.`;
  if (path.split('/').includes('..')) return `\`${path}\` leads out of the package with \`..\`.`;
  if (entry.type === 'Link' || entry.type === 'SymbolicLink')
    return (
      `\`${path}\` is a link to \`${entry.linkpath ?? ''}\`; a published package holds no ` +
      'links.'
    );
  if (!PLAIN.has(entry.type))
    return `\`${path}\` is of type ${entry.type}, which no package needs.`;
  return undefined;
}

/** Removes the top folder, mostly `package/`, from a path. */
function stripFolder(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  return plain.slice(plain.indexOf('/') + 1);
}

function explainDamage(from: string, error: Error): SyncError {
  const cut = /truncat|unexpected end|premature/i.test(error.message);
  const what = cut ? 'the tarball is cut short' : 'this is not a package tarball, or it is damaged';
  return new SyncError(
    `${from}: ${what} (${error.message}). Get it again, for instance with \`npm pack ` +
      '@anthropic-ai/sdk@VERSION`.',
  );
}

const formatMegabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

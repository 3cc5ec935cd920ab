/**
 * A package tarball → its files as text. Unpacked in memory, within limits; a path or a link that
 * leads outside is refused.
 */
import { Parser, type ReadEntry } from 'tar';
import { SyncError } from '../sync-error.ts';
import { integrityOf } from './integrity.ts';
import { packageOf } from './package-json.ts';
import type { Release, Wanted } from './release.ts';

/**
 * How much a tarball may hold before it is refused. The largest SDK release so far has 3 300 files
 * and 30 MB.
 */
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
 * @throws {SyncError} when it is not one, is cut short, is too large, or holds an entry that no
 * package needs.
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
        const problem = check(entry, seen, limits);
        if (problem) {
          refuse(new SyncError(`${from}: ${problem} Nothing was unpacked.`));
          return void entry.resume();
        }
        const path = inPackage(entry.path);
        if (entry.type === 'Directory' || !wanted(path)) return void entry.resume();
        const chunks: Buffer[] = [];
        entry.on('data', (chunk) => chunks.push(chunk));
        entry.on('end', () => files.set(path, Buffer.concat(chunks).toString('utf8')));
      },
    });
    parser.on('error', (error) => refuse(notATarball(from, error)));
    parser.on('end', () => resolve());
    feed(parser, bytes, () => refused).catch((error: unknown) =>
      refuse(notATarball(from, error as Error)),
    );
  });
  return { ...packageOf(files, from), from, integrity: integrityOf(bytes), files };
}

/** In slices, so that a limit stops the unpacking before a small file has become a large one. */
async function feed(parser: Parser, bytes: Uint8Array, stopped: () => boolean): Promise<void> {
  const SLICE = 64 * 1024;
  for (let at = 0; at < bytes.length && !stopped(); at += SLICE) {
    if (
      !parser.write(
        Buffer.from(bytes.buffer, bytes.byteOffset + at, Math.min(SLICE, bytes.length - at)),
      )
    ) {
      await new Promise<void>((resume) => {
        const timer = setImmediate(resume);
        parser.once('drain', () => {
          clearImmediate(timer);
          resume();
        });
      });
    }
  }
  if (!stopped()) parser.end();
}

function check(
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
    return `\`${path}\` has ${megabytes(entry.size)}, more than ${megabytes(limits.fileBytes)}.`;
  if (seen.bytes > limits.totalBytes)
    return `it unpacks to more than ${megabytes(limits.totalBytes)}.`;
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path)) return `\`${path}\` is an absolute path.`;
  if (path.split('/').includes('..')) return `\`${path}\` leads out of the package with \`..\`.`;
  if (entry.type === 'Link' || entry.type === 'SymbolicLink')
    return `\`${path}\` is a link to \`${entry.linkpath ?? ''}\`; a published package holds no links.`;
  if (!PLAIN.has(entry.type))
    return `\`${path}\` is of type ${entry.type}, which no package needs.`;
  return undefined;
}

/** npm puts everything below one folder, mostly `package/`; what it is called does not matter. */
function inPackage(path: string): string {
  const plain = path.replaceAll('\\', '/').replace(/^(\.\/)+/, '');
  return plain.slice(plain.indexOf('/') + 1);
}

function notATarball(from: string, error: Error): SyncError {
  const cut = /truncat|unexpected end|premature/i.test(error.message);
  const what = cut ? 'the tarball is cut short' : 'this is not a package tarball, or it is damaged';
  return new SyncError(
    `${from}: ${what} (${error.message}). Get it again, for instance with \`npm pack @anthropic-ai/sdk@VERSION\`.`,
  );
}

const megabytes = (bytes: number): string => `${Math.ceil(bytes / 1024 / 1024)} MB`;

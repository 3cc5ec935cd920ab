/** Reads the files of keys. */
import { readFile, stat } from 'node:fs/promises';
import { CredentialError } from '../../upstream/credential-error.ts';

/** A key is never larger; a larger file is another one. */
const MAX_BYTES = 64 * 1024;

interface CachedFile {
  /** Identifies the state of the file. */
  readonly state: string;
  readonly text: string;
}

/** The newest content of each file. The files are those of the configuration, so few. */
const cache = new Map<string, CachedFile>();

/**
 * Reads the key in a file, without the line break at its end. The file is read again only if it has
 * changed, so a key can be rotated while the gateway runs.
 * @throws {CredentialError} if the file is missing, unreadable, empty or too large
 */
export async function readSecretFile(file: string): Promise<string> {
  try {
    const { mtimeMs, ctimeMs, size, ino } = await stat(file);
    const state = `${mtimeMs} ${ctimeMs} ${size} ${ino}`;
    const known = cache.get(file);
    if (known?.state === state) return known.text;
    if (size > MAX_BYTES) throw describeLargeFile(file);
    const text = (await readFile(file, 'utf8')).replace(/\r?\n$/, '');
    if (text === '')
      throw new CredentialError(`the file ${file} is empty`, {
        code: 'key-file-empty',
        fix: 'write the key',
      });
    cache.set(file, { state, text });
    return text;
  } catch (error) {
    cache.delete(file);
    throw error instanceof CredentialError ? error : describeFileError(file, error);
  }
}

function describeLargeFile(file: string): CredentialError {
  return new CredentialError(`the file ${file} is larger than ${MAX_BYTES / 1024} KiB`, {
    code: 'key-file-invalid',
    fix: 'give the path of a file with a key',
  });
}

/** Describes an error of the file system. */
export function describeFileError(file: string, error: unknown): CredentialError {
  const { code } = Object(error) as { code?: unknown };
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return new CredentialError(`the file ${file} does not exist`, {
      code: 'key-file-missing',
      fix: 'create it, or correct the path',
    });
  if (code === 'EISDIR')
    return new CredentialError(`${file} is a folder`, {
      code: 'key-file-unreadable',
      fix: 'give the path of a file',
    });
  if (code === 'EACCES' || code === 'EPERM')
    return new CredentialError(`the file ${file} may not be read`, {
      code: 'key-file-unreadable',
      fix: 'give the user of the gateway the right to read it',
    });
  return new CredentialError(
    `the file ${file} cannot be read (${typeof code === 'string' ? code : 'unknown error'})`,
    { code: 'key-file-unreadable', fix: 'check the file and its file system' },
  );
}

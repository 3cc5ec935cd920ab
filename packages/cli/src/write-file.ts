/** Writes files whole or not at all. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { CommandError } from './exit-code.ts';

/**
 * Replaces a file whole: a failure leaves the old one.
 * @throws {CommandError} that begins with the option
 */
export async function replaceFile(path: string, text: string, option: string): Promise<void> {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(temporary, text, { flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined);
    throw new CommandError(`${option}: cannot write ${path}: ${explainError(error)}`);
  }
}

/** The message of Node names the temporary file, which says nothing to a user. */
function explainError(error: unknown): string {
  const { code, message } = Object(error) as NodeJS.ErrnoException;
  return (code && REASONS[code]) || code || message || String(error);
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission; choose another path, or change the permissions of the folder',
  EISDIR: 'it is a folder; add the name of a file',
  ENOENT: 'its folder does not exist; create the folder, or correct the path',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of the path is not a folder; correct the path',
  EROFS: 'the file system cannot be written to; choose another path',
};

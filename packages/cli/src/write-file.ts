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
    const reason = error instanceof Error ? error.message : String(error);
    throw new CommandError(`${option}: cannot write ${path}: ${reason}`);
  }
}

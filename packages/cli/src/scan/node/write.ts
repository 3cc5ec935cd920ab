/** Writes fixed files whole, and checks that Git can restore the old ones. */
import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chmodSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Replaces a file: a failure leaves the old one. The permissions stay. */
export function replaceFile(path: string, text: string): void {
  const temporary = `${path}.${randomUUID()}.tmp`;
  try {
    const { mode } = statSync(path);
    writeFileSync(temporary, text, { flag: 'wx' });
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

/** Lists the changes that Git would lose, of the repository of a file; empty without one. */
export function listUncommitted(file: string): string[] {
  try {
    const output = execFileSync(
      'git',
      // A scanned repository could name a program for this in its configuration.
      ['-c', 'core.fsmonitor=false', '-C', dirname(file), 'status', '--porcelain'],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], env: gitEnvironment() },
    );
    return output.split('\n').filter((line) => line !== '');
  } catch {
    // There is no repository, or no Git.
    return [];
  }
}

const gitEnvironment = (): NodeJS.ProcessEnv => ({ ...process.env, GIT_OPTIONAL_LOCKS: '0' });

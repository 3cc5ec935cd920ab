/** Keeps the changes of sync apart from others in the working tree. */
import { execa } from 'execa';
import { SyncError } from '../sync-error.ts';

/**
 * Refuses a working tree with changes.
 * @throws {SyncError} if there are changes, or git cannot be run
 */
export async function refuseDirtyTree(root: string): Promise<void> {
  const ended = await execa('git', ['status', '--porcelain'], {
    cwd: root,
    reject: false,
    stdin: 'ignore',
  });
  if (ended.failed)
    throw new SyncError(
      'git does not answer whether the working tree is clean. Run sync in a clone, or with ' +
        '--allow-dirty.',
    );
  if (ended.stdout.trim() === '') return;
  const files = ended.stdout.split('\n');
  const more = files.length > 5 ? `\n  … and ${files.length - 5} more` : '';
  throw new SyncError(
    `the working tree has changes, and sync's would mix with them:\n${files
      .slice(0, 5)
      .map((line) => `  ${line}`)
      .join('\n')}${more}\nCommit or stash them, or run with --allow-dirty. Nothing was written.`,
  );
}

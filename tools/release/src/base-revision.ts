/** The revision that a branch is compared with. */
import { runCommand } from '../../toolchain/lib/command.ts';
import { root } from '../../toolchain/lib/root.ts';

/**
 * Finds the revision to compare with: the given one, else the last release, else the point where
 * the branch left origin/main.
 * @throws {Error} if there is no git, no repository, or nothing to compare with
 */
export async function findBaseRevision(
  given: string | undefined,
  folder: string = root,
): Promise<string> {
  const git = (...args: string[]) => runCommand('git', args, { cwd: folder });
  const inside = await git('rev-parse', '--git-dir');
  if (!inside.ok)
    throw new Error(
      `${folder} is no git repository, or git is not installed, so there is nothing to compare ` +
        'with. Run it in a clone.',
    );
  if (given !== undefined) return given;
  const tag = await git('describe', '--tags', '--abbrev=0', '--match', 'v[0-9]*');
  if (tag.ok) return tag.stdout.trim();
  const fork = await findForkPoint(folder);
  if (fork !== undefined) return fork;
  throw new Error(
    'There is no release tag and no origin/main to compare with. Fetch them (`git fetch --tags ' +
      'origin main`), or name a revision: `npm run changeset -- --from-diff REVISION`.',
  );
}

/**
 * Finds the point where the branch left origin/main, so that changes which others have merged since
 * do not count; `undefined` if there is no origin/main.
 */
export async function findForkPoint(folder: string = root): Promise<string | undefined> {
  const fork = await runCommand('git', ['merge-base', 'origin/main', 'HEAD'], { cwd: folder });
  return fork.ok ? fork.stdout.trim() : undefined;
}

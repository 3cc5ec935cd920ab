/** Reads the authored files of either manifest: one from git, the other from the working tree. */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from './compare.ts';

const OLD_LISTS = ['platforms.yaml', 'models.yaml', 'surface-ignore.yaml'];
const NEW_LISTS = [...OLD_LISTS, 'sources.yaml', 'fixes.yaml'];

/** Reads the files at a revision of the repository that contains the folder. */
export function readFilesAt(revision: string, folder: string): Files {
  const git = (...args: string[]): string => {
    const options = { cwd: folder, encoding: 'utf8', maxBuffer: 2 ** 28 } as const;
    try {
      return execFileSync('git', args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    } catch (error) {
      const { stderr } = error as { stderr?: string };
      throw new Error(`git ${args.join(' ')}: ${stderr?.trim() ?? error}. Fetch the history.`);
    }
  };
  const names = git('ls-tree', '--name-only', '--', revision, 'features/');
  const features = names.split('\n').filter((name) => name.endsWith('.yaml'));
  // A path that starts with a dot is relative to the working directory.
  return new Map(
    [...features, ...OLD_LISTS].map((name) => [name, git('show', `${revision}:./${name}`)]),
  );
}

/** Reads the current files of a folder. */
export function readFilesIn(folder: string): Files {
  const names = globSync('features/*.yaml', { cwd: folder }).sort();
  const lists = NEW_LISTS.filter((name) => existsSync(join(folder, name)));
  return new Map(
    [...names, ...lists].map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

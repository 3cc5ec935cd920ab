/** The repository as it is in the working tree, in a folder and a git repository of its own, where a release can be made without a trace. */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { command, type Ended, mustRun } from '../../../toolchain/lib/command.ts';
import { root } from '../../../toolchain/lib/root.ts';

/** The copy, and commands in it. */
export interface Copy {
  readonly folder: string;
  /** Runs an npm script of the copy, as a maintainer does. */
  npm(args: readonly string[]): Promise<Ended>;
  /** The same, for a step that has to succeed. Gives back its stdout. */
  must(args: readonly string[]): Promise<string>;
  commit(message: string): Promise<void>;
  /** Writes a file that is of this machine only, and that no commit is to have. */
  hide(path: string, text: string): Promise<void>;
  git(...args: string[]): Promise<string>;
}

/** Builds are looked up where the tree keeps its own: they go by the hash of their inputs. */
const ENV = { TURBO_CACHE_DIR: join(root, '.turbo', 'cache'), NO_COLOR: '1' };

/** Copies every file that git knows or would know, and commits them. */
export async function copyRepository(folder: string): Promise<Copy> {
  const files = (
    await mustRun('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
  )
    .split('\0')
    .filter(Boolean);
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  // The pinned Node and pnpm are the same there.
  symlinkSync(
    join(root, 'tools/toolchain/node_modules'),
    join(folder, 'tools/toolchain/node_modules'),
    'dir',
  );
  const git = (...args: string[]): Promise<string> =>
    mustRun('git', ['-c', 'user.name=release', '-c', 'user.email=release@example.com', ...args], {
      cwd: folder,
    });
  await git('init', '--quiet', '--initial-branch=main');
  appendFileSync(join(folder, '.git/info/exclude'), 'tools/toolchain/node_modules\n');
  const hide = async (path: string, text: string): Promise<void> => {
    appendFileSync(join(folder, '.git/info/exclude'), `${path}\n`);
    writeFileSync(join(folder, path), text);
  };
  const commit = async (message: string): Promise<void> => {
    await git('add', '--all');
    await git('commit', '--quiet', '--allow-empty', '--message', message);
  };
  await commit('The tree as it is');
  const npm = (args: readonly string[]): Promise<Ended> =>
    command('npm', ['run', '--silent', ...args], { cwd: folder, env: ENV });
  const must = async (args: readonly string[]): Promise<string> => {
    const ended = await npm(args);
    if (ended.ok) return ended.stdout;
    throw new Error(`\`npm run ${args.join(' ')}\` failed in the copy\n${ended.output}`);
  };
  return { folder, npm, must, commit, hide, git };
}

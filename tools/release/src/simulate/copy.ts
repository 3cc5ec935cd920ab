/**
 * Copies the working tree into a folder with a git repository of its own, to make a release without
 * changing the original.
 */
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { type CommandResult, runCommand, runOrThrow } from '../../../toolchain/lib/command.ts';
import { root } from '../../../toolchain/lib/root.ts';

/** The copy of the repository, and commands to run in it. */
export interface Copy {
  readonly folder: string;
  /** Runs an npm script of the copy, as a maintainer does. */
  npm(args: readonly string[]): Promise<CommandResult>;
  /** The same, for a step that must succeed. Returns its stdout. */
  must(args: readonly string[]): Promise<string>;
  commit(message: string): Promise<void>;
  /** Writes a file that no commit includes. */
  hide(path: string, text: string): Promise<void>;
  git(...args: string[]): Promise<string>;
}

/** The copy shares the build cache, whose keys are hashes of the inputs. */
const ENV = { TURBO_CACHE_DIR: join(root, '.turbo', 'cache'), NO_COLOR: '1' };

/** Copies every file that is tracked or would be, and commits them. */
export async function copyRepository(folder: string): Promise<Copy> {
  const files = (
    await runOrThrow('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'])
  )
    .split('\0')
    .filter(Boolean);
  for (const file of files) {
    if (!existsSync(join(root, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  // The copy uses the same pinned Node and pnpm.
  symlinkSync(
    join(root, 'tools/toolchain/node_modules'),
    join(folder, 'tools/toolchain/node_modules'),
    'dir',
  );
  const git = (...args: string[]): Promise<string> =>
    runOrThrow(
      'git',
      ['-c', 'user.name=release', '-c', 'user.email=release@example.com', ...args],
      {
        cwd: folder,
      },
    );
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
  const npm = (args: readonly string[]): Promise<CommandResult> =>
    runCommand('npm', ['run', '--silent', ...args], { cwd: folder, env: ENV });
  const must = async (args: readonly string[]): Promise<string> => {
    const ended = await npm(args);
    if (ended.ok) return ended.stdout;
    throw new Error(`\`npm run ${args.join(' ')}\` failed in the copy\n${ended.output}`);
  };
  return { folder, npm, must, commit, hide, git };
}

/** Copies the repository, so that mutations never touch the working tree. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';

/**
 * Copies every file that git tracks or would add, links the dependencies, and commits the files:
 * some tests compare with a revision.
 */
export function copyTree(root: string): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'beta-headers-mutations-')));
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const listed = execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n');
  const files = listed.filter((file) => file !== '' && existsSync(join(root, file)));
  for (const file of files) cpSync(join(root, file), join(copy, file));
  const folders = new Set(files.filter((file) => file.endsWith('package.json')).map(dirname));
  for (const folder of folders) linkModules(root, copy, folder);
  commitAll(copy);
  return copy;
}

function commitAll(folder: string): void {
  const author = ['-c', 'user.name=mutations', '-c', 'user.email=mutations@example.com'];
  const commit = ['commit', '--quiet', '--no-verify', '--no-gpg-sign', '--message', 'copy'];
  for (const args of [
    ['init', '--quiet'],
    ['add', '--all'],
    [...author, ...commit],
  ])
    execFileSync('git', args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] });
}

/**
 * Links the dependencies of a folder. A package of the repository is linked to its copy, so that
 * its mutations reach the packages that import it.
 */
export function linkModules(root: string, copy: string, folder: string): void {
  const from = join(root, folder, 'node_modules');
  const to = join(copy, folder, 'node_modules');
  for (const name of existsSync(from) ? listModules(from) : []) {
    const target = realpathSync(join(from, name));
    const inside = relative(root, target);
    const isOwn = !inside.startsWith('..') && !inside.split(/[\\/]/).includes('node_modules');
    mkdirSync(dirname(join(to, name)), { recursive: true });
    symlinkSync(isOwn ? join(copy, inside) : target, join(to, name), 'junction');
  }
}

/** Lists the entries of node_modules, with scopes resolved and caches left out. */
function listModules(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.') || name === '.bin' || name === '.pnpm')
    .flatMap((name) =>
      name.startsWith('@')
        ? readdirSync(join(folder, name)).map((inner) => join(name, inner))
        : [name],
    );
}

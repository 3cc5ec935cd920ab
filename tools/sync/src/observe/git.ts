/**
 * Reads a git directory with plumbing commands: no checkout, no hook, no network, and no code of it
 * runs. Blobs that a partial clone lacks are missing, and are never fetched.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { SyncError } from '../sync-error.ts';

/** A file of a commit. */
export interface TreeEntry {
  readonly path: string;
  readonly blob: string;
}

/** A git directory. */
export interface Repository {
  /** The path as given. */
  readonly path: string;
  readonly gitDir: string;
}

/** Opens the git directory of a clone or a bare repository; `undefined` if there is none. */
export function openRepository(path: string): Repository | undefined {
  const inClone = join(path, '.git');
  if (existsSync(inClone)) return { path, gitDir: inClone };
  const isBare =
    existsSync(join(path, 'HEAD')) &&
    (statSync(join(path, 'objects'), { throwIfNoEntry: false })?.isDirectory() ?? false);
  return isBare ? { path, gitDir: path } : undefined;
}

const ENVIRONMENT = { GIT_NO_LAZY_FETCH: '1', GIT_OPTIONAL_LOCKS: '0', GIT_TERMINAL_PROMPT: '0' };

function runGit({ path, gitDir }: Repository, args: readonly string[], failure?: string): string {
  const { status, stdout, stderr, error } = spawnSync('git', ['--git-dir', gitDir, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { ...process.env, ...ENVIRONMENT },
  });
  if (error) throw new SyncError(`git cannot be run (${error.message}).`);
  if (status !== 0)
    throw new SyncError(
      `${path}: ${failure ?? `git ${args[0]} failed: ${stderr.trim().split('\n')[0]}`}`,
    );
  return stdout;
}

/**
 * Reads the commit of a revision, and its day in UTC. `git log` would run the programs that the
 * repository's settings name for signatures; these two commands run nothing.
 */
export function readCommit(repository: Repository, revision: string): { id: string; day: string } {
  const args = ['rev-parse', '--verify', '--end-of-options', `${revision}^{commit}`];
  const id = runGit(repository, args, `there is no commit \`${revision}\`.`).trim();
  const text = runGit(repository, ['cat-file', 'commit', id]);
  const seconds = /^committer .*> (\d+) [+-]\d{4}$/m.exec(text)?.[1];
  if (seconds === undefined)
    throw new SyncError(`${repository.path}: the commit ${id} has no day that can be read.`);
  return { id, day: new Date(Number(seconds) * 1000).toISOString().slice(0, 10) };
}

/** Lists all tags. */
export const listTags = (repository: Repository): string[] =>
  runGit(repository, ['for-each-ref', '--format=%(refname:strip=2)', 'refs/tags'])
    .split('\n')
    .filter((name) => name !== '');

/** Lists the files of a commit that `wanted` accepts. */
export function listTree(
  repository: Repository,
  revision: string,
  wanted: (path: string) => boolean,
): TreeEntry[] {
  const out = runGit(repository, ['ls-tree', '-r', '-z', '--full-tree', revision]);
  const entries: TreeEntry[] = [];
  for (const line of out.split('\0')) {
    // `100644 blob 0123…<tab>path`; links and submodules are left out.
    const tab = line.indexOf('\t');
    const [mode, kind, blob] = line.slice(0, tab).split(' ');
    const path = line.slice(tab + 1);
    if (kind === 'blob' && blob !== undefined && mode !== '120000' && wanted(path))
      entries.push({ path, blob });
  }
  return entries;
}

/** Calls `visit` with the text of each blob; those that the directory lacks are left out. */
export async function readBlobs(
  { path, gitDir }: Repository,
  blobs: readonly string[],
  visit: (blob: string, text: string) => void,
): Promise<void> {
  if (blobs.length === 0) return;
  const child = spawn('git', ['--git-dir', gitDir, 'cat-file', '--batch', '--buffer'], {
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { ...process.env, ...ENVIRONMENT },
  });
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', (error) => reject(new SyncError(`git cannot be run (${error.message}).`)));
    child.on('close', (code) =>
      code === 0 ? resolve() : reject(new SyncError(`${path}: git cat-file failed (${code}).`)),
    );
  });
  // The exit code reports an early end.
  child.stdin.on('error', () => {});
  child.stdin.end(`${blobs.join('\n')}\n`);
  const reader = new BatchReader(visit);
  child.stdout.on('data', (chunk: Buffer) => reader.push(chunk));
  await ended;
}

/**
 * Parses what `cat-file --batch` writes: `<id> blob <size>`, a line break, the bytes, a line break.
 */
class BatchReader {
  readonly #visit: (blob: string, text: string) => void;
  #chunks: Buffer[] = [];
  #size = 0;
  /** The number of bytes of the next part. */
  #needed = 0;
  #blob: string | undefined;

  constructor(visit: (blob: string, text: string) => void) {
    this.#visit = visit;
  }

  push(chunk: Buffer): void {
    this.#chunks.push(chunk);
    this.#size += chunk.length;
    if (this.#size < this.#needed) return;
    let rest = Buffer.concat(this.#chunks);
    for (let taken = this.#take(rest); taken > 0; taken = this.#take(rest))
      rest = rest.subarray(taken);
    this.#chunks = [rest];
    this.#size = rest.length;
  }

  /** Reads one part from the start of `bytes`; returns its length, or 0 if it is incomplete. */
  #take(bytes: Buffer): number {
    if (this.#blob !== undefined) {
      if (bytes.length < this.#needed) return 0;
      const length = this.#needed;
      this.#visit(this.#blob, bytes.toString('utf8', 0, length - 1));
      this.#blob = undefined;
      this.#needed = 0;
      return length;
    }
    const end = bytes.indexOf(10);
    if (end === -1) return 0;
    const [blob, kind, size] = bytes.toString('latin1', 0, end).split(' ');
    if (kind === 'blob') {
      this.#blob = blob;
      this.#needed = Number(size) + 1;
    }
    return end + 1;
  }
}

/** A copy of the repository's manifest, in a git repository of its own, for sync to write to. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** The repository itself. */
export const root: string = fileURLToPath(new URL('../../../..', import.meta.url));

/** Makes the copy and commits it; it is deleted after the test. */
export function repository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(join(folder, '.changeset'));
  for (const path of globSync('{packages,tools,docs}/{*/,}package.json', { cwd: root }))
    if (!path.includes('toolchain')) cpSync(join(root, path), join(folder, path));
  for (const name of [
    'features',
    'platforms.yaml',
    'models.yaml',
    'sources.yaml',
    'fixes.yaml',
    'not-betas.yaml',
    'errors.yaml',
    'sdks.yaml',
    'clients.yaml',
    'api-versions.yaml',
    'surface-known.yaml',
    'error-terms.yaml',
    'sdk.json',
    'surface.json',
    'surface-ignore.yaml',
    'released.json',
  ]) {
    const from = join(root, 'packages/manifest', name);
    if (existsSync(from))
      cpSync(from, join(folder, 'packages/manifest', name), { recursive: true });
  }
  git(folder, 'init', '-q');
  git(folder, 'add', '-A');
  git(
    folder,
    '-c',
    'user.name=test',
    '-c',
    'user.email=test@example.com',
    'commit',
    '-qm',
    'a copy',
  );
  return folder;
}

/** Runs git in a repository. */
export function git(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
}

/** Reads every file, to check that nothing was changed. */
export function snapshot(folder: string): Record<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (path) => !path.startsWith('.git/') && statSync(join(folder, path)).isFile(),
  );
  return Object.fromEntries(
    paths.sort().map((path) => [relative('.', path), readFileSync(join(folder, path), 'utf8')]),
  );
}

export interface Ran {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs sync in a repository. */
export function runSync(
  folder: string,
  args: readonly string[],
  env: Record<string, string> = {},
): Ran {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, 'tools/sync/src/cli.ts'), '--root', folder, ...args],
    {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', ...env },
    },
  );
  return { status, stdout, stderr };
}

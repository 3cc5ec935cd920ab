/** Copies the repository without its site, so that tests can generate, build and pack in it. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const original = fileURLToPath(new URL('../../../..', import.meta.url));
const PARTS = [
  '.gitignore',
  'package.json',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  'tsconfig.base.json',
  'turbo.json',
  'docs/src/generated',
  'packages',
  'tools/codegen',
  'tools/toolchain',
];

/** A copy of the repository. */
export interface Copy {
  readonly folder: string;
  /** Runs a command in the copy; stdout and stderr together. */
  run(
    command: string,
    ...args: readonly string[]
  ): { readonly ok: boolean; readonly output: string };
  remove(): void;
}

/** Copies all files that git does not ignore to a new repository, and links the dependencies. */
export function copyRepository(more: readonly string[] = []): Copy {
  const parent = mkdtempSync(join(tmpdir(), 'beta-headers-copy-'));
  const folder = join(parent, 'beta-headers');
  mkdirSync(folder);
  const listed = spawnSync(
    'git',
    ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...PARTS, ...more],
    { cwd: original, encoding: 'utf8' },
  );
  const files = listed.stdout
    .split('\0')
    .filter((path) => path && existsSync(join(original, path)));
  for (const path of files) cpSync(join(original, path), join(folder, path));
  // Each dependency is linked separately, so that an install in the copy cannot change the
  // original.
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(original, 'node_modules')))
    symlinkSync(join(original, 'node_modules', name), join(folder, 'node_modules', name));
  // These are relative links, which lead to the copies.
  for (const path of new Set(files.filter((one) => one.endsWith('/package.json')).map(dirname))) {
    const modules = join(path, 'node_modules');
    if (existsSync(join(original, modules)))
      cpSync(join(original, modules), join(folder, modules), {
        recursive: true,
        verbatimSymlinks: true,
      });
  }
  const run: Copy['run'] = (command, ...args) => {
    const env = {
      ...process.env,
      NO_COLOR: '1',
      TURBO_TELEMETRY_DISABLED: '1',
      pnpm_config_verify_deps_before_run: 'false',
    };
    const options = { cwd: folder, env, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    const { status, stdout, stderr, error } = spawnSync(command, args, options);
    return { ok: status === 0, output: `${stdout}${stderr}${error ?? ''}` };
  };
  // Turbo asks git for the files that a task depends on.
  for (const args of [
    ['init', '-q'],
    ['add', '-A'],
  ]) {
    const { ok, output } = run('git', ...args);
    if (!ok) throw new Error(output);
  }
  return { folder, run, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

/** A copy of the packages before their first release, in a git repository of its own. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { root } from '../../../toolchain/lib/root.ts';

/** The entries of the changeset in the copy. */
export const ENTRIES: readonly string[] = [
  'new: `example-2026-01-01`, a beta',
  'helpers: `plan()`',
];

/** Runs git in a folder; gives its output. */
export function git(cwd: string, ...args: string[]): string {
  return execFileSync('git', ['-c', 'user.name=test', '-c', 'user.email=a@example.com', ...args], {
    cwd,
    encoding: 'utf8',
  });
}

/** Makes the copy and commits it. It has one changeset, and is deleted when the test is over. */
export function copyUnreleased(): string {
  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-version-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const patterns = ['packages', 'docs/package.json', 'tools/codegen/package.json'];
  const files = git(
    root,
    'ls-files',
    '-z',
    '--cached',
    '--others',
    '--exclude-standard',
    ...patterns,
  );
  for (const path of files.split('\0').filter(Boolean)) {
    if (path.includes('/test/')) continue;
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    cpSync(join(root, path), join(folder, path));
  }
  rmSync(join(folder, 'packages/manifest/released.json'), { force: true });
  writeFileSync(
    join(folder, 'packages/manifest/history.json'),
    '{ "schemaVersion": 1, "releases": [] }\n',
  );
  mkdirSync(join(folder, '.changeset'));
  writeFileSync(
    join(folder, '.changeset/one.md'),
    `---\n"@beta-headers/core": minor\n---\n\n${ENTRIES.join('\n')}\n`,
  );
  setVersion(folder, '0.0.0');
  git(folder, 'init', '--quiet');
  writeFileSync(join(folder, '.gitignore'), '.cache/\n');
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--message', 'The tree as it is');
  return folder;
}

/** Sets the version wherever a release writes it. */
function setVersion(folder: string, version: string): void {
  const files = readdirSync(join(folder, 'packages')).flatMap((name) => [
    `packages/${name}/package.json`,
    `packages/${name}/deno.json`,
  ]);
  for (const path of [...files, 'docs/package.json']) {
    const file = join(folder, path);
    if (!existsSync(file)) continue;
    const json = { ...JSON.parse(readFileSync(file, 'utf8')), version };
    writeFileSync(file, `${JSON.stringify(json, undefined, 2)}\n`);
  }
  const constant = join(folder, 'packages/constants/src/generated/version.ts');
  writeFileSync(constant, readFileSync(constant, 'utf8').replace(/'[\d.]+'/, `'${version}'`));
}

/** Every committed or new file with its text. */
export function readTree(folder: string): Record<string, string> {
  const files = git(folder, 'ls-files', '-z', '--cached', '--others', '--exclude-standard');
  return Object.fromEntries(
    [...new Set(files.split('\0').filter(Boolean))].sort().flatMap((path) => {
      try {
        return [[path, readFileSync(join(folder, path), 'utf8')] as const];
      } catch {
        // Git lists a deleted file until that is committed.
        return [];
      }
    }),
  );
}

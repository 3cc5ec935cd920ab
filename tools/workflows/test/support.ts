/** An npx that runs the command line of this tree, for tests of what runs it from npm. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import process from 'node:process';
import { onTestFinished } from 'vitest';
import { ROOT } from '../src/workflow.ts';

const CLI = join(ROOT, 'packages/cli');

/** Makes a folder for the test that runs. */
export function makeFolder(name: string): string {
  const folder = mkdtempSync(join(tmpdir(), `beta-headers-${name}-`));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Returns the environment in which `npx` accepts the version of this tree, and nothing else. */
export function createEnvironment(): Record<string, string> {
  const folder = makeFolder('npx');
  const { version } = JSON.parse(readFileSync(join(CLI, 'package.json'), 'utf8')) as {
    version: string;
  };
  const expected = `--yes --package=@beta-headers/cli@${version} -- beta-headers`;
  writeFileSync(
    join(folder, 'npx'),
    `#!/bin/sh
if [ "$1 $2 $3 $4" != '${expected}' ]; then echo "not pinned: $*" >&2; exit 9; fi
shift 4
exec '${process.execPath}' '${join(CLI, 'src/cli.ts')}' "$@"
`,
    { mode: 0o755 },
  );
  const path = [folder, dirname(process.execPath), process.env['PATH']].join(delimiter);
  return { PATH: path, HOME: folder };
}

/** Writes a project with the files. Returns its folder. */
export function writeProject(files: Readonly<Record<string, string>>): string {
  const folder = makeFolder('project');
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

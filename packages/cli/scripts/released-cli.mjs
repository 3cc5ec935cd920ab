/**
 * Runs the command line from npm, in the version of this checkout, for the action and the hooks of
 * pre-commit. They run from a tag, where nothing is installed or built.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';

const { name, version, engines } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
);

/** Tests if this Node runs the command line. */
export function isNodeRecent() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [least = 0, leastMinor = 0] = engines.node.replace('>=', '').split('.').map(Number);
  return major > least || (major === least && minor >= leastMinor);
}

/** On Windows npx is a script of cmd.exe, which would read the paths as commands. */
const [program, first] =
  process.platform === 'win32'
    ? [process.execPath, [join(dirname(process.execPath), 'node_modules/npm/bin/npx-cli.js')]]
    : ['npx', []];

/**
 * Runs the command line. Returns the exit code, and stdout if it is not inherited.
 * @param {readonly string[]} args
 * @param {{ readonly stdout?: 'inherit' | 'pipe' }} [options]
 */
export function runReleasedCli(args, { stdout = 'inherit' } = {}) {
  if (!isNodeRecent()) {
    console.error(`beta-headers needs Node ${engines.node}, and this is ${process.version}.`);
    return { code: 2, stdout: '' };
  }
  const run = spawnSync(
    program,
    [...first, '--yes', `--package=${name}@${version}`, '--', 'beta-headers', ...args],
    { encoding: 'utf8', stdio: ['ignore', stdout, 'inherit'], maxBuffer: 512 * 1024 * 1024 },
  );
  if (run.error) console.error(`npx cannot be run: ${run.error.message}. Install Node with npm.`);
  return { code: run.status ?? 2, stdout: run.stdout ?? '' };
}

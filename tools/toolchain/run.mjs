#!/usr/bin/env node
/**
 * Runs a command with the pinned Node and pnpm, after installing all dependencies.
 * This is the only file that runs before an install: it needs only Node >= 20 and npm.
 *
 *   node tools/toolchain/run.mjs <command> [argument …]
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const windows = process.platform === 'win32';
const NODE_NEEDED = 22;
const NPM_OPTIONS = ['--no-save', '--no-audit', '--no-fund', '--loglevel=error'];
// The lockfile has the hashes for Linux, where CI and releases run. It lists no pnpm for other
// systems, so npm resolves it there.
const LOCK_OPTIONS = process.platform === 'linux' ? ['--ignore-scripts'] : ['--no-package-lock'];

const [command, ...args] = process.argv.slice(2);
if (command === undefined) fail('usage: node tools/toolchain/run.mjs <command> [argument …]', 2);

// npm passes its settings on as npm_* variables, which pnpm and nested npm calls would obey.
// A corporate proxy keeps its certificate in the system store, which Node ignores by default.
const env = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name))),
  NODE_USE_SYSTEM_CA: '1',
};
const binFolders = [join(here, 'node_modules', '.bin'), join(root, 'node_modules', '.bin')];
const pathName = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH';

installToolchain();
env[pathName] = [...findNodeFolder(), ...binFolders, env[pathName]].join(delimiter);
// An explicit `pnpm install` repairs a lockfile that a frozen install rejects.
if (!(command === 'pnpm' && args[0] === 'install')) installWorkspace();
process.exitCode = run(command, args, process.cwd(), 'inherit');

function installToolchain() {
  const inputs = ['package.json', 'package-lock.json'].map((name) => join(here, name));
  runOnce('toolchain', inputs, join(here, 'node_modules'), () => {
    note('installing the pinned Node and pnpm');
    const status = run('npm', ['install', ...NPM_OPTIONS, ...LOCK_OPTIONS], here);
    if (status !== 0)
      fail(
        'npm could not install tools/toolchain. Is the npm registry reachable? Try `npm ping`.',
        status,
      );
    // Without scripts, `pnpm` is a text without a shebang, which turbo cannot start.
    const install = join(here, 'node_modules', 'pnpm', 'install.js');
    if (process.platform === 'linux') run(process.execPath, [install], dirname(install));
  });
}

function installWorkspace() {
  const inputs = ['package.json', 'pnpm-lock.yaml', 'pnpm-workspace.yaml'].map((name) =>
    join(root, name),
  );
  runOnce('workspace', inputs, join(root, 'node_modules'), () => {
    note('installing dependencies');
    const status = run(
      'pnpm',
      ['install', '--frozen-lockfile', '--prefer-offline', '--reporter=append-only'],
      root,
    );
    if (status !== 0)
      fail('pnpm could not install the dependencies. Its message is above.', status);
  });
}

/** Runs `install` unless it already ran for the same contents of the input files. */
function runOnce(name, inputs, folder, install) {
  const hash = createHash('sha256').update(process.platform + process.arch);
  for (const input of inputs) hash.update(existsSync(input) ? readFileSync(input) : 'absent');
  const stamp = join(folder, `.installed-${name}`);
  const key = hash.digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === key) return;
  install();
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, key);
}

/** Finds the pinned Node. If npm has no package for this system, the host's Node is used. */
function findNodeFolder() {
  const system = { win32: 'win' }[process.platform] ?? process.platform;
  const folder = join(here, 'node_modules', `node-${system}-${process.arch}`, 'bin');
  if (existsSync(folder)) return [folder];
  if (Number(process.versions.node.split('.')[0]) < NODE_NEEDED) {
    fail(
      `There is no pinned Node for ${process.platform} ${process.arch}, ` +
        `and Node ${process.versions.node} is too old. Install Node ${NODE_NEEDED} or newer.`,
      1,
    );
  }
  return [];
}

function run(file, argv, cwd, stdio = ['ignore', 'inherit', 'inherit']) {
  const result = spawnSync(file, argv, { cwd, env, stdio, shell: windows });
  if (result.error) fail(`${file} could not be started: ${result.error.message}`, 1);
  return result.status ?? 1;
}

function note(step) {
  process.stderr.write(`toolchain: ${step} …\n`);
}

function fail(message, status) {
  process.stderr.write(`toolchain: ${message}\n`);
  process.exit(status || 1);
}

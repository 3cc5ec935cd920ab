/**
 * Rehearses a release with a registry on this machine: publishes the packages, installs them in an
 * empty project, and runs the first example of the README on every runtime.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findRuntimes } from '@beta-headers/runtimes';
import { type CommandResult, runCommand, runOrThrow } from '../../toolchain/lib/command.ts';
import { note } from '../../toolchain/lib/note.ts';
import type { OnCheck } from '../../toolchain/lib/results.ts';
import { root } from '../../toolchain/lib/root.ts';
import { readNpmPackages } from '../../toolchain/lib/workspace.ts';
import type { Tarball } from './bundle.ts';
import { packPackages } from './pack.ts';
import { publishTarball } from './publish-tarball.ts';
import { extractQuickStart } from './quick-start.ts';
import { startRegistry } from './registry.ts';
import { writeSbom } from './sbom.ts';
import { findDifferentVersions } from './versions.ts';

/** The packages that the quick start of the README installs. */
const QUICK_START_PACKAGES = ['@beta-headers/node', '@beta-headers/fake-api', '@anthropic-ai/sdk'];

/** Publishes every package to a local registry and tries it from there. Needs a build. */
export async function rehearseRelease(onCheck: OnCheck): Promise<void> {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const quickStart = extractQuickStart(readme, 'README.md');
  const say = (name: string, ok: boolean, output = ''): void => onCheck({ name, ok, output });
  const differences = findDifferentVersions();
  say(
    'every package, its JSR counterpart, VERSION and the site have one version',
    differences.length === 0,
    differences.join('\n'),
  );

  const folder = mkdtempSync(join(tmpdir(), 'beta-headers-release-'));
  const registry = await startRegistry();
  try {
    const tarballs = await packPackages(join(folder, 'tarballs'));
    const project = join(folder, 'project');
    mkdirSync(project);
    writeFileSync(join(project, '.npmrc'), registry.npmrc);
    writeFileSync(
      join(project, 'package.json'),
      `${JSON.stringify({ name: 'quick-start', private: true, type: 'module' }, undefined, 2)}\n`,
    );
    for (const tarball of tarballs) {
      note(`release: publishing ${tarball.name} to ${registry.url}`);
      const ended = await publishTarball(tarball, { cwd: project, provenance: false });
      say(`${tarball.name} is accepted by a registry`, ended.ok && !ended.skipped, ended.output);
    }
    note('release: installing in an empty project');
    await runOrThrow('npm', ['install', ...QUICK_START_PACKAGES], { cwd: project });
    writeFileSync(join(project, 'quick-start.mjs'), quickStart.code);
    for (const { name, run } of listRuntimes(project)) {
      const ended = await run();
      const ok = ended.ok && ended.stdout.trim() === quickStart.output;
      say(
        `the quick start on ${name}`,
        ok,
        `expected, from README.md:\n${quickStart.output}\ngot:\n${ended.output}`,
      );
    }
    await tryEveryPackage(project, tarballs, onCheck);
    note('release: the list of what the packages bring with them');
    const sbom = await writeSbom(tarballs, join(folder, 'sbom.cdx.json'));
    say(
      'an SBOM names every package and no path of this machine',
      !/file:|%3A%2F%2F|tarballs/.test(readFileSync(sbom, 'utf8')),
      readFileSync(sbom, 'utf8'),
    );
  } finally {
    await registry.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Lists the commands that run the quick start. Deno gets the installed packages and the network,
 * and no other permission.
 */
function listRuntimes(project: string): { name: string; run: () => Promise<CommandResult> }[] {
  const { nodes, bun, deno } = findRuntimes();
  const options = { cwd: project, env: { NO_COLOR: '1' } };
  return [
    ...[...nodes].map(([major, node]) => ({
      name: `Node ${major}`,
      run: () => runCommand(node, ['quick-start.mjs'], options),
    })),
    { name: 'Bun', run: () => runCommand(bun, ['run', 'quick-start.mjs'], options) },
    {
      name: 'Deno',
      run: () =>
        runCommand(
          deno,
          [
            'run',
            '--no-prompt',
            '--no-remote',
            '--node-modules-dir=manual',
            '--allow-env',
            '--allow-read=.',
            'quick-start.mjs',
          ],
          options,
        ),
    },
  ];
}

/**
 * Installs all packages, imports every entry on the oldest Node that the package supports, and runs
 * every command with `--help` there.
 */
async function tryEveryPackage(
  project: string,
  tarballs: readonly Tarball[],
  onCheck: OnCheck,
): Promise<void> {
  note('release: installing and importing every package');
  await runOrThrow('npm', ['install', ...tarballs.map((one) => `${one.name}@${one.version}`)], {
    cwd: project,
  });
  for (const { name } of readNpmPackages()) {
    const json = JSON.parse(
      readFileSync(join(project, 'node_modules', name, 'package.json'), 'utf8'),
    ) as {
      exports?: Record<string, unknown>;
      bin?: Record<string, string>;
      engines: { node: string };
    };
    const [major, oldest] = findOldestNode(json.engines.node);
    const entries = Object.keys(json.exports ?? {}).filter(
      (entry) => !entry.includes('*') && !entry.endsWith('.json'),
    );
    for (const entry of entries) {
      const id = name + entry.slice(1);
      const ended = await runCommand(
        oldest,
        ['--input-type=module', '--eval', `await import(${JSON.stringify(id)})`],
        { cwd: project },
      );
      onCheck({
        name: `import '${id}' on Node ${major}, its oldest`,
        ok: ended.ok,
        output: ended.output,
      });
    }
    for (const [bin, path] of Object.entries(json.bin ?? {})) {
      const ended = await runCommand(oldest, [join('node_modules', name, path), '--help'], {
        cwd: project,
      });
      onCheck({
        name: `${bin} --help on Node ${major}, its oldest`,
        ok: ended.ok && ended.stdout.trim() !== '',
        output: ended.output,
      });
    }
  }
}

/** Finds the oldest Node in a range such as `>=22.19`, as its major version and its program. */
function findOldestNode(range: string): readonly [major: string, program: string] {
  const least = Number.parseInt(range.replace('>=', ''), 10);
  const found = [...findRuntimes().nodes].find(([major]) => Number(major) >= least);
  if (!found) throw new Error(`no Node to test with is in ${range}`);
  return found;
}

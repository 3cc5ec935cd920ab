/**
 * Simulates the release of a new beta in a copy of the repository: a first release that a user
 * installs, an invented SDK release, sync, review, generate, tests, the next release, and the
 * upgrade of the user. The reduced form leaves out the install of the first release, the tests, the
 * site and the dry run.
 */
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import type { OnCheck } from '../../../toolchain/lib/results.ts';
import { readNpmPackages } from '../../../toolchain/lib/workspace.ts';
import { packPackages } from '../pack.ts';
import { publishTarball } from '../publish-tarball.ts';
import { type Registry, startRegistry } from '../registry.ts';
import { findDifferentVersions } from '../versions.ts';
import { type Copy, copyRepository } from './copy.ts';
import { checkRefusals } from './refusals.ts';
import { DAYS, Run } from './run.ts';
import { checkSite } from './site.ts';
import { syncRelease } from './sync-release.ts';
import { checkAfterUpgrade, checkBeforeUpgrade } from './upgrade.ts';
import { createUser } from './user.ts';

/** The site is built in a step of its own. */
const TEST = ['test', '--', '--filter=!@beta-headers/docs'];

/**
 * Runs the simulation and returns the time of each step.
 * @throws {Error} if a step fails that later steps need
 */
export async function simulate(
  { full }: { readonly full: boolean },
  onCheck: OnCheck,
): Promise<readonly string[]> {
  const base = mkdtempSync(join(tmpdir(), 'beta-headers-simulate-'));
  // Some tests of the copy run a program as a user who may read less.
  chmodSync(base, 0o755);
  const registry = await startRegistry(
    (await runOrThrow('npm', ['config', 'get', 'registry'])).trim(),
  );
  const run = new Run(onCheck);
  try {
    const copy = await run.step('a copy of the tree', () =>
      copyRepository(join(base, 'repository')),
    );
    await run.step('dependencies from the store', () =>
      copy.must(['x', '--', 'node', '--version']),
    );
    const user = createUser(join(base, 'user'), registry.npmrc);

    const first = await run.step('the first release', () =>
      releaseVersion(copy, DAYS[0], full ? registry : undefined, join(base, 'first')),
    );
    if (full) {
      await run.step('a user installs it', () => user.install(first));
      await checkBeforeUpgrade(run, user, first);
    }

    await syncRelease(run, copy, registry, join(base, 'sdk'));
    if (full) await runTests(run, copy);
    await checkRefusals(run, copy);
    const second = await run.step('the second release', () =>
      releaseVersion(copy, DAYS[1], registry, join(base, 'second')),
    );
    checkSecondRelease(run, copy, first, second);
    if (full) await checkDryRunAndSite(run, copy, second);
    await run.step('the user upgrades', () => user.install(second));
    await checkAfterUpgrade(run, user, first, second);
  } finally {
    await registry.close();
    rmSync(base, { recursive: true, force: true });
  }
  return run.times;
}

function checkSecondRelease(run: Run, copy: Copy, first: string, second: string): void {
  run.say(
    `${second} follows ${first}, a minor release`,
    second.split('.')[1] === String(Number(first.split('.')[1]) + 1),
    `${first} → ${second}`,
  );
  const differences = findDifferentVersions(copy.folder);
  run.say(
    'all packages, deno.json, VERSION and the site have one version',
    differences.length === 0,
    differences.join('\n'),
  );
}

async function checkDryRunAndSite(run: Run, copy: Copy, version: string): Promise<void> {
  const dryRun = await run.step('release:dry', () => copy.npm(['release:dry']));
  run.end('npm run release:dry', dryRun);
  const build = ['turbo', 'run', 'build', '--filter=@beta-headers/docs'];
  await run.step('the site', () => copy.must(['x', '--', ...build, '--output-logs=errors-only']));
  for (const check of checkSite(join(copy.folder, 'docs/dist'), version, DAYS[1]))
    run.say(check.name, check.ok, check.output);
}

/**
 * Versions the changesets, builds, publishes to the registry if there is one, commits and tags.
 * Returns the version.
 */
async function releaseVersion(
  copy: Copy,
  date: string,
  registry: Registry | undefined,
  folder: string,
): Promise<string> {
  await copy.must(['release:version', '--', '--date', date]);
  const version = readNpmPackages(copy.folder)[0]?.json.version ?? '';
  if (registry) await publishCopy(copy, registry, folder);
  await copy.commit(`Release ${version}`);
  await copy.git('tag', `v${version}`);
  return version;
}

async function publishCopy(copy: Copy, registry: Registry, folder: string): Promise<void> {
  await copy.must([
    'x',
    '--',
    'turbo',
    'run',
    'build',
    '--filter=./packages/*',
    '--output-logs=errors-only',
  ]);
  const tarballs = await packPackages(join(folder, 'tarballs'), copy.folder);
  writeFileSync(join(folder, '.npmrc'), registry.npmrc);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const ended = await Promise.all(
    tarballs.map((tarball) => publishTarball(tarball, { cwd: folder, provenance: false })),
  );
  for (const [i, { ok, skipped, output }] of ended.entries()) {
    if (!ok || skipped)
      throw new Error(`${tarballs[i]?.name} ${tarballs[i]?.version} was not published\n${output}`);
  }
}

async function runTests(run: Run, copy: Copy): Promise<void> {
  run.end(`npm ${TEST.join(' ')}`, await run.step('npm test', () => copy.npm(TEST)));
}

/**
 * Simulates the release of a new beta in a copy of the repository: a first release that a user
 * installs, an invented SDK release, sync, review, generate, tests, the next release, and the
 * upgrade of the user. The reduced form leaves out the install of the first release, the tests, the
 * site and the dry run.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { REVIEWER_ENTRY, review } from '@beta-headers/sync/test/reviewer.ts';
import { makeSimulatedPackage, SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import { pack as packSdk } from '@beta-headers/sync/test/tarball.ts';
import { INSTALL } from '@beta-headers/sync/write/sdk-pins.ts';
import { runOrThrow } from '../../../toolchain/lib/command.ts';
import { formatSeconds, note } from '../../../toolchain/lib/note.ts';
import type { OnCheck } from '../../../toolchain/lib/results.ts';
import { readNpmPackages } from '../../../toolchain/lib/workspace.ts';
import { findNotes } from '../changelog.ts';
import { packPackages } from '../pack.ts';
import { publishTarball } from '../publish-tarball.ts';
import { type Registry, startRegistry } from '../registry.ts';
import { findDifferentVersions } from '../versions.ts';
import { type Copy, copyRepository } from './copy.ts';
import { checkSite } from './site.ts';
import { createUser, type User } from './user.ts';

/** The days of the two releases; the simulation does not use the clock. */
const DAYS = ['2026-12-01', '2026-12-08'] as const;

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

/** Collects checks and times. */
class Run {
  readonly times: string[] = [];
  readonly #onCheck: OnCheck;

  constructor(onCheck: OnCheck) {
    this.#onCheck = onCheck;
  }

  async step<T>(name: string, work: () => Promise<T>): Promise<T> {
    note(`simulate: ${name} …`);
    const started = performance.now();
    const result = await work();
    this.times.push(`${name} ${formatSeconds(started)}`);
    return result;
  }

  say(name: string, ok: boolean, output = ''): void {
    this.#onCheck({ name, ok, output });
  }

  end(name: string, ended: { readonly ok: boolean; readonly output: string }): void {
    this.say(name, ended.ok, ended.output);
  }
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

/** Publishes an SDK release, runs sync, and reviews its drafts. */
async function syncRelease(
  run: Run,
  copy: Copy,
  registry: Registry,
  folder: string,
): Promise<void> {
  mkdirSync(folder);
  const tarball = join(folder, 'sdk.tgz');
  writeFileSync(tarball, packSdk(makeSimulatedPackage().files));
  const ended = await run.step('sync', () => copy.npm(['sync', '--', '--tarball', tarball]));
  const report = join(copy.folder, '.cache/sync', `${SIMULATED.version}.md`);
  run.say(
    'sync finds drift and writes drafts, a changeset and a report',
    !ended.ok && ended.stdout.includes('widgets.yaml') && existsSync(report),
    ended.output,
  );
  await run.step('the SDK is released, and the tree installs it', () =>
    installSdk(copy, registry, folder, tarball),
  );
  const sdk = JSON.parse(
    readFileSync(
      join(copy.folder, 'packages/node/node_modules/@anthropic-ai/sdk/package.json'),
      'utf8',
    ),
  ) as { version: string };
  run.say('the tree has the new SDK', sdk.version === SIMULATED.version, sdk.version);
  const waiting = await copy.npm(['release:version', '--', '--date', DAYS[1]]);
  run.say(
    'no release while a review mark is open',
    !waiting.ok && waiting.output.includes('waits for a decision'),
    waiting.output,
  );
  const open = await copy.npm(['sync', '--', '--review']);
  const settled = review(copy.folder);
  const listed = settled.every((mark) => open.stdout.includes(mark.slice(mark.indexOf(': ') + 2)));
  run.say(
    `the review settles the ${settled.length} marks that were listed`,
    !open.ok && settled.length > 5 && listed,
    `${open.output}\n${settled.join('\n')}`,
  );
  run.end('no mark is left', await copy.npm(['sync', '--', '--review']));
  await copy.must(['x', '--', 'node', 'packages/manifest/conformance/pack.ts']);
  await run.step('generate', () => copy.must(['generate']));
  await copy.commit('In line with the new SDK');
  run.end(
    'sync finds nothing any more',
    await copy.npm(['sync', '--', '--check', '--today', DAYS[1], '--tarball', tarball]),
  );
}

/** Publishes the invented SDK and updates the lockfile to the versions that sync raised. */
async function installSdk(
  copy: Copy,
  registry: Registry,
  folder: string,
  tarball: string,
): Promise<void> {
  const npmrc = registry.formatNpmrc('@anthropic-ai');
  writeFileSync(join(folder, '.npmrc'), npmrc);
  writeFileSync(join(folder, 'package.json'), '{ "private": true }');
  const published = await publishTarball(
    { name: '@anthropic-ai/sdk', version: SIMULATED.version, file: tarball },
    { cwd: folder, provenance: false },
  );
  if (!published.ok || published.skipped)
    throw new Error(`the invented SDK was not published\n${published.output}`);
  await copy.hide('.npmrc', npmrc);
  await copy.must(['x', '--', ...INSTALL]);
}

async function runTests(run: Run, copy: Copy): Promise<void> {
  run.end(`npm ${TEST.join(' ')}`, await run.step('npm test', () => copy.npm(TEST)));
}

/**
 * Checks that a release is refused while the changelog leaves out a stage that moved, or the
 * version is too small.
 */
async function checkRefusals(run: Run, copy: Copy): Promise<void> {
  const file = join(copy.folder, '.changeset', `sdk-${SIMULATED.version.replaceAll('.', '-')}.md`);
  const refused = await run.step('a release that is refused', () =>
    copy.npm(['release:version', '--', '--date', DAYS[1]]),
  );
  const clean = (await copy.git('status', '--short')).trim() === '';
  const named =
    refused.output.includes('advisor-tool-2026-03-01') &&
    refused.output.includes('no changeset names');
  run.say(
    'no release while the changelog leaves out a stage that moved, and nothing is written',
    !refused.ok && named && clean,
    refused.output,
  );
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${REVIEWER_ENTRY}\n`);
  await copy.commit('The changelog names the superseded beta');

  writeFileSync(file, readFileSync(file, 'utf8').replace(': minor\n', ': patch\n'));
  const small = await copy.npm(['release:version', '--', '--date', DAYS[1]]);
  const touched = (await copy.git('status', '--short')).trim().split('\n').length;
  const told =
    small.output.includes('say patch') &&
    small.output.includes('in a minor way') &&
    small.output.includes(SIMULATED.newFeature);
  run.say(
    'no release under a version that is smaller than what it brings, and nothing is written',
    !small.ok && told && touched === 1,
    small.output,
  );
  await copy.git('checkout', '--', '.changeset');
}

const toConstant = (id: string): string => id.toUpperCase().replaceAll('-', '_');

const USES_NEW = `import { betas, betaMiddleware } from '@beta-headers/node';
import { ${toConstant(SIMULATED.newFeature)} as widgets } from '@beta-headers/constants';
import type { Beta } from '@beta-headers/constants';
const known: Beta = widgets;
betaMiddleware({ always: [...betas('widgets', '${SIMULATED.newDate}'), widgets] });
console.log(known);
`;
/** The name of the builder of the new tool type. */
const BUILDER = SIMULATED.newTool.replace('_', '');
const USES_RETIRED = `import { betas } from '@beta-headers/node';
betas('${SIMULATED.removed}');
`;

async function checkBeforeUpgrade(run: Run, user: User, first: string): Promise<void> {
  const ended = await user.compile(USES_NEW);
  run.say(
    'the new constant does not compile before the upgrade',
    !ended.ok && ended.output.includes(toConstant(SIMULATED.newFeature)),
    ended.output,
  );
  run.end(
    'the value that will be retired compiles before the upgrade',
    await user.compile(USES_RETIRED),
  );
  const changelog = user.read('@beta-headers/node/CHANGELOG.md');
  run.say(
    `the changelog in the package ends with ${first}`,
    findNotes(changelog, first) !== undefined && !changelog.includes(SIMULATED.newFeature),
    changelog,
  );
}

async function checkAfterUpgrade(
  run: Run,
  user: User,
  first: string,
  second: string,
): Promise<void> {
  run.end('the new constants compile after the upgrade', await user.compile(USES_NEW));
  const retired = await user.compile(USES_RETIRED);
  run.say(
    'the retired value no longer compiles, and the error says why',
    !retired.ok && /retired/.test(retired.output),
    retired.output,
  );
  const printed = await user.run(
    "import * as all from '@beta-headers/constants'; " +
      `console.log(all.${toConstant(SIMULATED.newFeature)}, ` +
      `all.${toConstant(SIMULATED.newDate)}, all.VERSION)`,
  );
  run.say(
    'the installed package has the new constants',
    printed.trim() === `${SIMULATED.newFeature} ${SIMULATED.newDate} ${second}`,
    printed,
  );
  const built = await user.run(
    `import { ${BUILDER} } from '@beta-headers/node/advisor-tool'; ` +
      `console.log(JSON.stringify(${BUILDER}({ max_uses: 2 })))`,
  );
  const wanted = { type: SIMULATED.newTool, name: 'advisor', max_uses: 2 };
  run.say(
    'the new tool type has a builder, typed with the new SDK',
    isDeepStrictEqual(JSON.parse(built), wanted),
    built,
  );
  checkChangelog(run, user, first, second);
  checkHistory(run, user, first, second);
}

function checkChangelog(run: Run, user: User, first: string, second: string): void {
  const changelog = user.read('@beta-headers/node/CHANGELOG.md');
  const notes = findNotes(changelog, second) ?? '';
  const changed = [
    SIMULATED.newFeature,
    SIMULATED.newDate,
    SIMULATED.removed,
    'computer-use-2025-11-24',
    SIMULATED.changed.from,
    'advisor-tool-2026-03-01',
  ];
  const missing = changed.filter((id) => !notes.includes(id));
  run.say(
    'the changelog in the package has every change, above the earlier release',
    missing.length === 0 && findNotes(changelog, first) !== undefined,
    notes,
  );
}

function checkHistory(run: Run, user: User, first: string, second: string): void {
  const { releases } = JSON.parse(user.read('@beta-headers/manifest/history.json')) as {
    releases: { version: string; date: string; changes: { kind: string; subject: string }[] }[];
  };
  const last = releases.at(-1);
  const has = (kind: string, subject: string): boolean =>
    last?.changes.some((change) => change.kind === kind && change.subject === subject) ?? false;
  const history =
    has('beta-added', SIMULATED.newFeature) &&
    has('beta-added', SIMULATED.newDate) &&
    has('retired', SIMULATED.removed) &&
    has('graduated', 'computer-use-2025-11-24') &&
    has('superseded', 'advisor-tool-2026-03-01');
  const order = releases.slice(-2).map(({ version, date }) => `${version} ${date}`);
  run.say(
    'history.json has both releases and what the second changed',
    // The first release keeps its own day if the tree has no changeset for one.
    history && order[0]?.startsWith(`${first} `) === true && order[1] === `${second} ${DAYS[1]}`,
    order.join('\n'),
  );
}

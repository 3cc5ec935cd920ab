/**
 * `sync`: brings the manifest in line with a release of the SDK.
 *
 *   npm run sync [-- [--sdk VERSION | --tarball FILE] [--check] [--json] [--report FILE]
 *                    [--allow-dirty]]
 *   npm run sync -- --review     lists the review marks that wait for a person
 *   npm run sync -- --surface    writes sdk.json and surface.json of the known release again
 *   npm run sync -- --platforms | --client NAME[@V] | --client FILE
 *                                betas that others send and the manifest does not know
 *   npm run sync -- --docs PLACE...
 *                                the feature metadata of copies of the docs, compared with claims
 *   npm run sync -- --languages PLACE... [--check]
 *                                first releases of other official SDKs, compared with sdk.since
 *
 * Exit 0: nothing new · 3: drift (and, without --check, drafts written), or open review marks ·
 * 1: an error, nothing written · 2: wrong arguments, or a file cannot be written.
 *
 * A run that is killed while it writes is finished by the next one.
 */
import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { BaseFacts, Baseline } from './baseline.ts';
import { type Options, readOptions } from './options.ts';
import { reportProgress } from './progress.ts';
import type { SdkFacts } from './read/facts.ts';
import type { SkippedReleases } from './skipped-releases.ts';
import { SyncError } from './sync-error.ts';
import {
  commitFiles,
  FileWriteError,
  findInterrupted,
  finishTransaction,
} from './write/file-transaction.ts';

async function main(options: Options): Promise<number> {
  finishInterrupted(options);
  if (options.platforms || options.client.length > 0)
    return (await import('./observe/cli.ts')).reportObservations(options);
  if (options.docs.length > 0)
    return (await import('./observe/docs/cli.ts')).compareWithDocs(options);
  if (options.languages.length > 0)
    return (await import('./observe/languages/cli.ts')).compareWithSdks(options);
  if (options.review) return (await import('./review.ts')).listMarks(options.root, options.json);
  // npm starts while the manifest is loaded; the parts that need no parser come first.
  const stop = new AbortController();
  const newest =
    options.sdk === undefined && options.tarball === undefined && !options.surface
      ? fetchNewest(stop.signal)
      : undefined;
  const { computeLatestDay, loadBaseline } = await import('./working-tree.ts');
  let known: Baseline;
  try {
    // Only --check uses the clock; drafts are the same on every day.
    known = loadBaseline(
      options.root,
      options.check ? (options.today ?? computeLatestDay(new Date())) : undefined,
    );
  } catch (error) {
    stop.abort();
    throw error;
  }
  const { base } = known;
  const version = newest
    ? await newest
    : (options.sdk ??
      (options.surface && options.tarball === undefined
        ? requireKnownVersion(base?.sdk)
        : undefined));
  if (base && (await isUpToDate(options, known, base, version)))
    return reportNothingNew(base.sdk, options.json);
  return syncWith(options, known, version);
}

/** A command that only reads reports an interrupted run; any other one finishes it first. */
function finishInterrupted({ root, check }: Options): void {
  if (check) {
    const command = findInterrupted(root);
    if (command !== undefined)
      throw new SyncError(
        `\`${command}\` was interrupted while it wrote, so the tree is between two states. ` +
          'Finish it with `npm run sync`, without --check.',
      );
    return;
  }
  const finished = finishTransaction(root);
  if (!finished) return;
  const paths = [...finished.written, ...finished.deleted].join(', ');
  reportProgress(
    `finished the interrupted \`${finished.command}\`: ${paths}. Then run \`npm run generate\`.`,
  );
}

/** Tests if the release is the one that the manifest knows, and the tree has all of it. */
async function isUpToDate(
  options: Options,
  known: Baseline,
  base: BaseFacts,
  version: string | undefined,
): Promise<boolean> {
  if (options.surface) return false;
  const { isUpToDateWithBase, findRaisedPins } = await import('./working-tree.ts');
  const { isTarball } = await import('./release/index.ts');
  const isKnown =
    options.tarball === undefined
      ? version === base.sdk
      : version === undefined && isTarball(options.tarball, base.integrity);
  return isKnown && isUpToDateWithBase(known) && findRaisedPins(options.root, base.sdk).size === 0;
}

async function syncWith(
  options: Options,
  known: Baseline,
  version: string | undefined,
): Promise<number> {
  const { base } = known;
  const { getRelease, SDK, isSdkFile } = await import('./release/index.ts');
  reportProgress(
    options.tarball === undefined ? `getting ${SDK}@${version}` : `reading ${options.tarball}`,
  );
  const release = await getRelease(SDK, { version, tarball: options.tarball }, isSdkFile);
  const { readSdk } = await import('./read/read.ts');
  const facts = readSdk(release);
  const { isPrerelease } = await import('@beta-headers/grammar');
  if (isPrerelease(facts.sdk) && !options.check)
    throw new SyncError(
      `${facts.sdk} is a prerelease, and the manifest names released versions only. Run ` +
        'sync with --check to see what it brings.',
    );
  if (options.surface) {
    const { chooseIntegrity } = await import('./baseline.ts');
    return rewriteSurface(options.root, facts, chooseIntegrity(facts, release.integrity, base));
  }
  reportProgress(
    base
      ? `comparing ${facts.sdk} with the manifest, which knows ${base.sdk}`
      : `comparing ${facts.sdk} with the manifest; it has no sdk.json, so nothing is known ` +
          'of an earlier release',
  );
  const { applySync, checkTree, planSync } = await import('./sync.ts');
  const between = options.tarball === undefined ? await fetchSkipped(facts, base) : undefined;
  const outcome = planSync(options.root, known, facts, release, between);
  if (!options.check) await checkTree(options.root, outcome, options['allow-dirty']);
  const { printJson, printOutcome, writeReport } = await import('./outcome.ts');
  // The report comes first: a run that is killed later is finished without it.
  const reportFile = writeReport(options, outcome);
  if (!options.check) applySync(options.root, outcome);
  if (options.json) printJson(outcome, options.check, reportFile);
  else await printOutcome(outcome, options.check, reportFile);
  return outcome.drift ? 3 : 0;
}

/** Starts to fetch the version under the tag `latest`. An error that is not awaited is ignored. */
function fetchNewest(signal: AbortSignal): Promise<string> {
  const newest = (async () => {
    const { fetchLatestVersion } = await import('./release/npm.ts');
    const { SDK } = await import('./release/release.ts');
    reportProgress(`asking npm for the newest ${SDK}`);
    return fetchLatestVersion(SDK, signal);
  })();
  newest.catch(() => {});
  return newest;
}

/** Finds the release that added each new value; undefined if npm cannot provide it. */
async function fetchSkipped(
  facts: SdkFacts,
  base: BaseFacts | undefined,
): Promise<SkippedReleases | undefined> {
  const { findFirstReleases } = await import('./skipped-releases.ts');
  const { getRelease, SDK, isSdkFile } = await import('./release/index.ts');
  const { readUnion } = await import('./read/union.ts');
  const { openSyntax } = await import('./read/syntax.ts');
  try {
    return await findFirstReleases(facts, base, async (version) => {
      reportProgress(`looking into ${SDK}@${version}, which is between`);
      return readUnion(openSyntax(await getRelease(SDK, { version }, isSdkFile))) ?? [];
    });
  } catch (error) {
    if (!(error instanceof SyncError)) throw error;
    reportProgress(error.message);
    return undefined;
  }
}

function requireKnownVersion(known: string | undefined): string {
  if (known === undefined)
    throw new SyncError(
      'the manifest has no sdk.json yet, so name the release: --surface --sdk VERSION',
    );
  return known;
}

function reportNothingNew(sdk: string | undefined, json: boolean): number {
  console.log(
    json
      ? JSON.stringify({ sdk, base: sdk, findings: [], drift: false, bump: 'none', written: [] })
      : `${sdk}: nothing new`,
  );
  return 0;
}

async function rewriteSurface(
  root: string,
  facts: SdkFacts,
  integrity: string | undefined,
): Promise<number> {
  const { MANIFEST } = await import('./working-tree.ts');
  const { renderSdkJson, renderSurfaceJson } = await import('./write/facts-json.ts');
  const writes = new Map([
    [`${MANIFEST}/surface.json`, renderSurfaceJson(facts)],
    [`${MANIFEST}/sdk.json`, renderSdkJson(facts, integrity)],
  ]);
  commitFiles(root, 'sync --surface', { writes });
  console.log(
    `${MANIFEST}/sdk.json and surface.json: ${facts.union?.length ?? 0} betas, ` +
      `${facts.surface.length} entries of the beta surface of ${facts.sdk}`,
  );
  return 0;
}

/** Errors whose message is complete for a user. */
const EXPLAINED: ReadonlySet<string> = new Set([
  'FileWriteError',
  'InterruptedError',
  'ManifestError',
  'SyncError',
]);

// Compiling is half of the time of a run that finds nothing.
enableCompileCache(fileURLToPath(new URL('../../../.cache/node', import.meta.url)));
const options = readOptions();
if (!options) process.exitCode = 2;
else {
  try {
    process.exitCode = await main(options);
  } catch (error) {
    const { name, message } = error as Error;
    console.error(EXPLAINED.has(name) ? `sync: ${message}` : error);
    process.exitCode = error instanceof FileWriteError ? 2 : 1;
  }
}

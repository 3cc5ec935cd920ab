/** The files of a new version, all computed before any of them is written. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Catalog, loadManifest } from '@beta-headers/manifest';
import { diffCatalogs } from '@beta-headers/manifest/diff';
import { addRelease, createReleased, type History } from '@beta-headers/manifest/history';
import type { FileChanges } from '@beta-headers/sync/write/file-transaction.ts';
import { readChangesets } from '@changesets/read';
import { readCatalogAt } from '../../../packages/manifest/scripts/git.ts';
import { emitAll } from '../../codegen/src/emit.ts';
import { readPackages } from '../../toolchain/lib/workspace.ts';
import { findForkPoint } from './base-revision.ts';
import { explainSmallBump } from './bump.ts';
import { addVersion, type Change, renderVersion } from './changelog.ts';
import { explainUnmentioned, findUnmentioned } from './mentions.ts';
import { computeVersion } from './next-version.ts';

/** The choices of `release:version`. */
export interface VersionOptions {
  /** The day of the release. */
  readonly date: string;
  /** The last release; by default its tag. */
  readonly since?: string | undefined;
  /** The version to release instead of the one that the changesets imply. */
  readonly to?: string | undefined;
  /** The commit that a prerelease is made of; none for a release. */
  readonly snapshotOf?: string | undefined;
}

/** A version, and the changes of files that make it. */
export interface VersionPlan {
  readonly version: string;
  readonly changes: FileChanges;
}

/** The manifest of an earlier release. */
interface LastRelease {
  readonly catalog: Catalog;
  readonly revision: string;
}

const MANIFEST = 'packages/manifest';
const RELEASED = `${MANIFEST}/released.json`;
const HISTORY = `${MANIFEST}/history.json`;

/**
 * Plans the version that the changesets in `root` imply; undefined if there is no changeset.
 * @throws {Error} if a changeset cannot be read, a review mark is open, or the changesets leave
 * out a change that the manifest has
 */
export async function planVersion(
  root: string,
  options: VersionOptions,
): Promise<VersionPlan | undefined> {
  const changesets = await readChangesets(root);
  if (changesets.length === 0) return undefined;
  const version = chooseVersion(root, changesets, options);
  const notes = renderVersion(version, changesets);
  const catalog = loadManifest({
    folder: join(root, MANIFEST),
    forRelease: true,
    relativeTo: root,
  });
  const before = readLastRelease(root, options.since);
  const compared = before ?? (await readForkPoint(root));
  if (compared) checkMentions(compared, catalog, changesets);
  const writes = new Map<string, string>([
    ...bumpPackages(root, version),
    ['CHANGELOG.md', addVersion(readText(root, 'CHANGELOG.md'), notes)],
    // The next release is not compared with a prerelease.
    ...(options.snapshotOf === undefined
      ? recordRelease(root, { version, date: options.date, catalog, before: before?.catalog })
      : []),
    ...emitFiles(root, catalog, version),
  ]);
  const deletes = changesets.map(({ id }) => `.changeset/${id}.md`);
  return { version, changes: { writes, deletes } };
}

function chooseVersion(
  root: string,
  changesets: readonly Change[],
  { to, snapshotOf }: VersionOptions,
): string {
  const current = readPackages(root)[0]?.json.version ?? '0.0.0';
  const implied = computeVersion(current, changesets);
  if (implied === undefined)
    throw new Error(
      'No changeset names a package with patch, minor or major, so there is no version to ' +
        'release. Name one in .changeset/.',
    );
  if (to !== undefined && !/^\d+\.\d+\.\d+$/.test(to))
    throw new Error(`--to ${to}: not a version. Write it as 1.0.0.`);
  if (to !== undefined && to !== implied && to !== '1.0.0')
    throw new Error(
      `--to ${to}: the changesets make ${implied}. Only 1.0.0 can be chosen in its place.`,
    );
  const version = to ?? implied;
  return snapshotOf === undefined ? version : `${version}-next-${snapshotOf.slice(0, 9)}`;
}

/** Reads the manifest of the last release; undefined before the first release. */
function readLastRelease(root: string, since: string | undefined): LastRelease | undefined {
  const released = readText(root, RELEASED);
  if (since === undefined && released === '') return undefined;
  const revision = since ?? `v${(JSON.parse(released) as { version: string }).version}`;
  try {
    return { catalog: readCatalogAt(revision), revision };
  } catch (error) {
    const hint =
      since === undefined
        ? '\nThe last release is compared with by its tag: `git fetch --tags`, or name its ' +
          'commit with --since.'
        : '';
    throw new Error(`${(error as Error).message}${hint}`);
  }
}

/**
 * Reads the manifest at the point where the branch left origin/main. Before the first release, new
 * betas and moved stages are found by comparison with it.
 */
async function readForkPoint(root: string): Promise<LastRelease | undefined> {
  const revision = await findForkPoint(root);
  return revision === undefined
    ? undefined
    : { catalog: readCatalogAt(revision, join(root, MANIFEST)), revision };
}

function checkMentions(
  { catalog, revision }: LastRelease,
  after: Catalog,
  changesets: readonly Change[],
): void {
  const changes = diffCatalogs(catalog, after);
  const missing = findUnmentioned(changes, changesets);
  if (missing.length > 0) throw new Error(explainUnmentioned(missing, revision));
  const small = explainSmallBump(changes, changesets, revision);
  if (small !== undefined) throw new Error(small);
}

/** Sets the new version in every package.json. Every other byte stays. */
function bumpPackages(root: string, version: string): [path: string, text: string][] {
  const paths = globSync('{packages/*,docs}/package.json', { cwd: root }).sort();
  return paths.map((path) => {
    const text = readText(root, path);
    const bumped = text.replace(/^( *"version": *")[^"]*(")/m, `$1${version}$2`);
    if ((JSON.parse(bumped) as { version?: string }).version !== version)
      throw new Error(`${path}: has no \`version\` to raise. Add "version": "0.0.0".`);
    return [path.replaceAll('\\', '/'), bumped];
  });
}

/** Adds the release to history.json, and replaces released.json. */
function recordRelease(
  root: string,
  release: { version: string; date: string; catalog: Catalog; before: Catalog | undefined },
): [path: string, text: string][] {
  const { version, date, catalog, before } = release;
  const history = JSON.parse(readText(root, HISTORY)) as History;
  const { sdk } = JSON.parse(readText(root, `${MANIFEST}/sdk.json`)) as { sdk: string };
  const added = { version, date, sdk, ...(before && { before }), after: catalog };
  return [
    [HISTORY, toJson(addRelease(history, added))],
    [RELEASED, toJson(createReleased(catalog, version))],
  ];
}

/** Emits the generated files that contain the version. */
function emitFiles(root: string, catalog: Catalog, version: string): [string, string][] {
  const codegen = JSON.parse(readText(root, 'tools/codegen/package.json')) as {
    devDependencies: Record<string, string>;
  };
  const sdkVersion = codegen.devDependencies['@anthropic-ai/sdk'] ?? '';
  return emitAll(catalog, { version, sdkVersion })
    .filter(({ path, content }) => readText(root, path) !== content)
    .map(({ path, content }) => [path, content]);
}

/** Reads a file; empty if there is none. */
function readText(root: string, path: string): string {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}

/** Writes one key per line, so that a diff shows what was added. */
const toJson = (value: object): string => `${JSON.stringify(value, undefined, 1)}\n`;

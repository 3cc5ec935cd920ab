/**
 * `sync --languages PLACE…`: compares the first release of each official SDK that has a beta, from
 * the tags of its repository, with `sdk.since`. Missing versions are written; one that the tags
 * contradict is reported for a person to decide.
 */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { compareVersions } from '@beta-headers/grammar';
import { type Catalog, SDK_LANGUAGES, type SdkLanguage } from '@beta-headers/manifest';
import { SOURCES_FILE } from '../../baseline.ts';
import { reportProgress } from '../../progress.ts';
import { SyncError } from '../../sync-error.ts';
import { loadBaseline, MANIFEST, readIfThere } from '../../working-tree.ts';
import { commitFiles } from '../../write/file-transaction.ts';
import { openRepository } from '../git.ts';
import { compareSince, type SinceComparison, type SinceFinding } from './compare.ts';
import { readChangelogFile, readTags, type SdkReleases } from './first.ts';
import { listFiles, writeSdkSource, writeSdks, writeSince } from './write.ts';

export interface LanguagesOptions {
  readonly root: string;
  readonly languages: readonly string[];
  readonly check: boolean;
  readonly json: boolean;
}

interface Read {
  readonly releases: SdkReleases;
  readonly comparison: SinceComparison;
}

/**
 * Compares every place and writes the missing versions, unless with --check; returns 3 if it finds
 * any difference.
 */
export async function compareWithSdks(options: LanguagesOptions): Promise<number> {
  const { catalog } = loadBaseline(options.root);
  const read: Read[] = [];
  for (const place of options.languages) {
    reportProgress(`reading ${place}`);
    const releases = await readPlace(place);
    read.push({ releases, comparison: compareSince(releases, catalog) });
  }
  const writes = options.check
    ? new Map<string, string>()
    : planWrites(options.root, read, catalog);
  if (writes.size > 0) commitFiles(options.root, 'sync --languages', { writes });
  if (options.json) console.log(JSON.stringify(toJson(read, [...writes.keys()])));
  else printComparison(read, [...writes.keys()], options.check);
  return read.some(({ comparison }) => comparison.findings.length > 0) ? 3 : 0;
}

/** `DIR` of a repository, or `LANGUAGE=CHANGELOG.md`. */
async function readPlace(place: string): Promise<SdkReleases> {
  const repository = openRepository(place);
  if (repository) return readTags(repository);
  const [, language, file] = /^([a-z]+)=(.+)$/.exec(place) ?? [];
  if (language === undefined || file === undefined)
    throw new SyncError(
      `--languages ${place}: this is no git directory. Give the clone of an SDK with its tags, ` +
        'or a changelog as python=CHANGELOG.md.',
    );
  if (!(SDK_LANGUAGES as readonly string[]).includes(language))
    throw new SyncError(
      `--languages ${place}: there is no official SDK of \`${language}\`. ` +
        `Write one of ${SDK_LANGUAGES.join(', ')}.`,
    );
  if (!statSync(file, { throwIfNoEntry: false })?.isFile())
    throw new SyncError(`--languages ${place}: there is no such file.`);
  return readChangelogFile(file, language as SdkLanguage, readFileSync(file, 'utf8'));
}

const SDKS_FILE = 'sdks.yaml';
const NEW_SDKS =
  '# The official SDKs in other languages, and the release up to which their tags were read for ' +
  '`sdk.since`.\nsdks: []\n';

/** Plans the changed files. A changelog only names values, so nothing is written from it. */
function planWrites(root: string, read: readonly Read[], catalog: Catalog): Map<string, string> {
  const tagged = read.filter(({ releases }) => releases.from === 'tags');
  const missing = tagged.flatMap(({ comparison }) =>
    comparison.findings.filter(({ kind }) => kind === 'missing'),
  );
  const writes = new Map<string, string>();
  const edit = (name: string, change: (text: string) => string, fallback = ''): void => {
    const path = `${MANIFEST}/${name}`;
    const text = readIfThere(join(root, path)) ?? fallback;
    const changed = change(text);
    if (changed !== text) writes.set(path, changed);
  };
  for (const file of listFiles(missing, catalog))
    edit(`features/${file}`, (text) => writeSince(text, missing));
  const day = new Date().toISOString().slice(0, 10);
  const newer = tagged.filter(({ releases }) => isNewer(releases, catalog));
  const each =
    (change: (text: string, releases: SdkReleases, day: string) => string) =>
    (text: string): string =>
      newer.reduce((now, { releases }) => change(now, releases, day), text);
  edit(SDKS_FILE, each(writeSdks), NEW_SDKS);
  edit(SOURCES_FILE, each(writeSdkSource));
  return writes;
}

/** Tests if a copy is newer than the one that was read before. */
function isNewer({ language, versions }: SdkReleases, catalog: Catalog): boolean {
  const known = catalog.sdks.find((sdk) => sdk.language === language)?.newest;
  return known === undefined || compareVersions(versions.at(-1) ?? '0.0.0', known) > 0;
}

function toJson(read: readonly Read[], written: readonly string[]): object {
  return {
    places: read.map(({ releases, comparison }) => ({
      place: releases.place,
      language: releases.language,
      from: releases.from,
      oldest: releases.versions[0],
      newest: releases.versions.at(-1),
      agreed: comparison.agreed,
      later: comparison.later,
    })),
    findings: read.flatMap(({ comparison }) => comparison.findings),
    written,
  };
}

function printComparison(read: readonly Read[], written: readonly string[], check: boolean): void {
  for (const { releases, comparison } of read) {
    console.log(describePlace(releases));
    if (releases.lacking > 0)
      console.log(
        `  ${releases.lacking} source files are not in this copy: a version may be too late. ` +
          'Fetch the whole repository.',
      );
    for (const finding of comparison.findings)
      console.log(`- ${describeFinding(finding, releases)}`);
    console.log(describeTotal(releases, comparison));
  }
  for (const path of written) console.log(`written: ${path}`);
  if (
    check &&
    read.some(({ comparison }) => comparison.findings.some((one) => one.kind === 'missing'))
  )
    console.log('without --check, the versions that tags show are written');
  if (written.length > 0) console.log('then generate: npm run generate');
}

function describePlace({ place, language, from, versions }: SdkReleases): string {
  const count = versions.length === 1 ? '1 release' : `${versions.length} releases`;
  const where = from === 'tags' ? 'with a tag' : 'in the changelog';
  return `${place}: ${language}, ${count} ${where}, ${versions[0]} to ${versions.at(-1)}`;
}

function describeFinding(finding: SinceFinding, { from, versions }: SdkReleases): string {
  const { kind, beta, version, manifest, perhaps } = finding;
  const doubt =
    perhaps.length > 0 ? `; ${perhaps.join(', ')} before it has no tag, and may have it` : '';
  const shown =
    from === 'tags'
      ? 'is the first release that has it'
      : 'is the first that the changelog names it in';
  if (kind === 'unknown')
    return `${beta}: the SDK lists it since ${version}, the manifest does not have it`;
  if (kind === 'missing')
    return `${beta}: ${version} ${shown}${doubt}; the manifest has no version`;
  return version === undefined
    ? `${beta}: the manifest says ${manifest}, and no release up to ${versions.at(-1)} has it`
    : `${beta}: the manifest says ${manifest}, and ${version} ${shown}${doubt}`;
}

function describeTotal(
  { first }: SdkReleases,
  { findings, agreed, later }: SinceComparison,
): string {
  if (first.size === 0) return '  no beta is named in it: nothing was compared';
  const count = (kind: SinceFinding['kind']): number =>
    findings.filter((finding) => finding.kind === kind).length;
  const [unknown, missing, contradicted] = (['unknown', 'missing', 'contradiction'] as const).map(
    count,
  );
  const parts = [
    agreed === 1 ? '1 version agrees' : `${agreed} versions agree`,
    `${missing} ${missing === 1 ? 'is' : 'are'} missing`,
    `${contradicted} ${contradicted === 1 ? 'is' : 'are'} contradicted`,
    ...(later > 0 ? [`${later} ${later === 1 ? 'is' : 'are'} later than this copy`] : []),
    ...(unknown ? [unknown === 1 ? '1 value is unknown' : `${unknown} values are unknown`] : []),
  ];
  return `  ${parts.join(', ')}`;
}

/** One sync: reads the manifest and a release, compares, drafts, checks the drafts, then writes. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareVersions, isPrerelease } from '@beta-headers/grammar';
import { type Catalog, formatProblems, tryLoadManifest } from '@beta-headers/manifest';
import {
  type Baseline,
  chooseIntegrity,
  IGNORE_FILE,
  SDK_FILE,
  SOURCES_FILE,
  SURFACE_FILE,
  toBase,
  toSurface,
} from './baseline.ts';
import { compareRelease, computeBump, isDrift } from './compare/compare.ts';
import type { Bump, Finding } from './compare/finding.ts';
import type { SdkFacts } from './read/facts.ts';
import { findIds } from './read/ids.ts';
import type { Release } from './release/release.ts';
import { listSkipped, type SkippedReleases } from './skipped-releases.ts';
import { SyncError } from './sync-error.ts';
import { findRaisedPins, MANIFEST, readIfThere } from './working-tree.ts';
import { renderChangeset } from './write/changeset.ts';
import type { DraftContext } from './write/draft.ts';
import { renderSdkJson, renderSurfaceJson } from './write/facts-json.ts';
import { commitFiles } from './write/file-transaction.ts';
import { refuseDirtyTree } from './write/git.ts';
import { type FeatureTexts, writeFindings, writeSources } from './write/manifest.ts';
import { renderReport } from './write/report.ts';

/** The findings of one sync, and its planned writes. */
export interface Outcome {
  readonly sdk: string;
  readonly base: string | undefined;
  readonly findings: readonly Finding[];
  /**
   * True if a person is needed: the manifest does not cover a finding, or a form cannot be read.
   */
  readonly drift: boolean;
  /** Types in a form that sync cannot follow. */
  readonly unread: readonly string[];
  readonly bump: Bump;
  /** The new texts by path from the root; only files that change. */
  readonly writes: ReadonlyMap<string, string>;
  readonly report: string;
  /** The number of open review marks after the writes. */
  readonly open: number;
}

/**
 * Compares a release with the manifest in `root` and drafts the changes. Writes nothing but a
 * scratch copy outside of the tree. A prerelease has findings and a report but no drafts: evidence
 * in the manifest is always a released version.
 */
export function planSync(
  root: string,
  known: Baseline,
  facts: SdkFacts,
  release: Release,
  between: SkippedReleases = listSkipped(facts, known.base?.sdk),
): Outcome {
  const { base } = known;
  if (base && compareVersions(facts.sdk, base.sdk) < 0) {
    throw new SyncError(
      `the manifest is in line with ${base.sdk}, and ${facts.sdk} is older. Give a newer release.`,
    );
  }
  refuseOtherContent(known, facts, release);
  const findings = compareRelease(known, facts);
  const outcome = {
    sdk: facts.sdk,
    base: base?.sdk,
    findings,
    drift: isDrift(findings) || facts.unread.length > 0,
    unread: facts.unread,
    bump: computeBump(findings),
  };
  const files = readFeatures(root);
  if (isPrerelease(facts.sdk)) {
    return {
      ...outcome,
      writes: new Map(),
      report: renderReport({ facts, release, base: base?.sdk, findings, features: new Map() }),
      open: countOpenMarks(known.catalog),
    };
  }
  const { changed, sources, catalog } = draftChanges(root, files, findings, {
    facts,
    catalog: known.catalog,
    between,
  });
  const changeset = renderChangeset(findings, facts.sdk);
  // The changeset is first and sdk.json last: before that, the next run reads the release again.
  const wanted = new Map<string, string>([
    ...(changeset ? [[`.changeset/${changeset.name}`, changeset.text] as const] : []),
    ...[...changed].map(([file, text]): [string, string] => [`${MANIFEST}/features/${file}`, text]),
    ...(sources === undefined ? [] : [[`${MANIFEST}/${SOURCES_FILE}`, sources] as const]),
    ...findRaisedPins(root, facts.sdk),
    [`${MANIFEST}/${SURFACE_FILE}`, renderSurfaceJson(facts)],
    [
      `${MANIFEST}/${SDK_FILE}`,
      renderSdkJson(facts, chooseIntegrity(facts, release.integrity, base)),
    ],
  ]);
  const writes = new Map(
    [...wanted].filter(([path, text]) => readIfThere(join(root, path)) !== text),
  );
  return {
    ...outcome,
    writes,
    report: renderReport({ facts, release, base: base?.sdk, findings, features: changed }),
    open: countOpenMarks(catalog),
  };
}

/** Refuses other facts under the version of the known release: npm replaces no version. */
function refuseOtherContent({ base, surface }: Baseline, facts: SdkFacts, release: Release): void {
  if (
    !base?.integrity ||
    base.sdk !== facts.sdk ||
    release.integrity === undefined ||
    release.integrity === base.integrity ||
    (isSame(toBase(facts, base.integrity), base) && isSame(toSurface(facts), surface))
  )
    return;
  throw new SyncError(
    `${release.from}: it says that it is ${facts.sdk}, and its content is not that of the ` +
      `${facts.sdk} that ${SDK_FILE} knows (${base.integrity}). A published version never ` +
      'changes: get it again from npm. If the reader of tools/sync changed, run it with ' +
      '--surface first.',
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const countOpenMarks = (catalog: Catalog): number =>
  catalog.betas.reduce((sum, beta) => sum + beta.review.length, 0);

/**
 * Makes sure that the files of an outcome would not mix with other changes.
 * @throws {SyncError} if the working tree has changes
 */
export async function checkTree(
  root: string,
  { writes }: Outcome,
  allowDirty: boolean,
): Promise<void> {
  if (writes.size > 0 && !allowDirty) await refuseDirtyTree(root);
}

/** Writes the files of an outcome: all of them, or none. */
export function applySync(root: string, { writes }: Outcome): void {
  if (writes.size > 0) commitFiles(root, 'sync', { writes });
}

interface Drafts {
  readonly changed: Map<string, string>;
  /** The text of sources.yaml, if a draft cites the release. */
  readonly sources?: string;
  readonly catalog: Catalog;
}

/**
 * Drafts changes that pass every lint of the manifest. A drafted rule that fails is left to a
 * person; any other failure is a defect, and nothing is written.
 */
function draftChanges(
  root: string,
  files: FeatureTexts,
  findings: readonly Finding[],
  context: Omit<DraftContext, 'without'>,
): Drafts {
  const before = readIfThere(join(root, MANIFEST, SOURCES_FILE)) ?? '';
  const without = new Set<string>();
  for (;;) {
    const changed = writeFindings(files, findings, { ...context, without });
    if (changed.size === 0) return { changed, catalog: context.catalog };
    const sources = writeSources(before, changed, context);
    const checked = loadDrafts(root, new Map([...files, ...changed]), sources);
    if (checked.catalog) return { changed, sources, catalog: checked.catalog };
    const blamed = checked.problems
      .filter(({ rule }) => rule.endsWith('-rule'))
      .flatMap(({ message }) => findIds(message))
      .filter((id) => !without.has(id));
    if (blamed.length === 0) {
      throw new SyncError(
        "the drafts do not pass the manifest's own lints, so nothing was written. This is " +
          `a defect of tools/sync:\n${formatProblems(checked.problems)}`,
      );
    }
    for (const id of blamed) without.add(id);
  }
}

/** The files next to the features that the lints need. */
const LISTS = [
  'platforms.yaml',
  'models.yaml',
  'fixes.yaml',
  'not-betas.yaml',
  'errors.yaml',
  'sdks.yaml',
  'clients.yaml',
  'api-versions.yaml',
  'surface-known.yaml',
  'error-terms.yaml',
  'released.json',
  IGNORE_FILE,
];

function loadDrafts(
  root: string,
  features: FeatureTexts,
  sources: string,
): ReturnType<typeof tryLoadManifest> {
  const scratch = mkdtempSync(join(tmpdir(), 'beta-headers-sync-'));
  try {
    mkdirSync(join(scratch, 'features'));
    for (const [file, text] of features) writeFileSync(join(scratch, 'features', file), text);
    writeFileSync(join(scratch, SOURCES_FILE), sources);
    for (const name of LISTS) {
      const text = readIfThere(join(root, MANIFEST, name));
      if (text !== undefined) writeFileSync(join(scratch, name), text);
    }
    return tryLoadManifest({ folder: scratch, relativeTo: scratch });
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function readFeatures(root: string): Map<string, string> {
  const folder = join(root, MANIFEST, 'features');
  return new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.yaml'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}

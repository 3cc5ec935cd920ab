/** One sync: load what is known, read the release, compare, draft, check the drafts, and only then write. The rim around the pure parts. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Catalog, formatProblems, loadManifest, tryLoadManifest } from '@beta-headers/manifest';
import { bumpOf, compareRelease, isDrift } from './compare/compare.ts';
import type { Bump, Finding } from './compare/finding.ts';
import { IGNORE_FILE, type Known, keptFacts, readKnown, SDK_FILE, SURFACE_FILE } from './known.ts';
import { compareVersions } from './read/changelog.ts';
import type { SdkFacts } from './read/facts.ts';
import { betaIdsIn } from './read/ids.ts';
import type { Release } from './release/release.ts';
import { SyncError } from './sync-error.ts';
import { changesetOf } from './write/changeset.ts';
import { sdkJson, surfaceJson } from './write/facts-json.ts';
import { refuseDirtyTree } from './write/git.ts';
import { type FeatureTexts, writeFindings } from './write/manifest.ts';
import { report } from './write/report.ts';

/** The manifest's folder inside the repository. */
export const MANIFEST = 'packages/manifest';

/** What one sync found, and the files that it wants: nothing is written yet. */
export interface Outcome {
  readonly sdk: string;
  readonly base: string | undefined;
  readonly findings: readonly Finding[];
  readonly drift: boolean;
  readonly bump: Bump;
  /** By path from the root; only what differs from what is there. */
  readonly writes: ReadonlyMap<string, string>;
  readonly report: string;
  /** Review marks in the manifest that nobody has settled, once the writes are done. */
  readonly open: number;
}

/** What the manifest in `root` knows. */
export function loadKnown(root: string): Known {
  const folder = join(root, MANIFEST);
  return readKnown(folder, loadManifest({ folder, relativeTo: root }));
}

/** Whether the manifest says all that it knows of its own release. If so, and if that is the release that was asked for, there is nothing to read. */
export function isInLine(known: Known): boolean {
  const { base, surface } = known;
  return base !== undefined && surface !== undefined && !isDrift(compareRelease({ ...known, base: undefined, surface: undefined }, keptFacts(base, surface)));
}

/** Compares a release with the manifest in `root` and drafts what follows. Reads files, writes none but a scratch copy outside of the tree. */
export function planSync(root: string, known: Known, facts: SdkFacts, release: Release): Outcome {
  const { base } = known;
  if (base && compareVersions(facts.sdk, base.sdk) < 0) {
    throw new SyncError(`the manifest is in line with ${base.sdk}, and ${facts.sdk} is older. Give a newer release.`);
  }
  const findings = compareRelease(known, facts);
  const files = readFeatures(root);
  const { changed, catalog } = draft(root, files, findings, facts, known.catalog);
  const changeset = changesetOf(findings, facts.sdk);
  const wanted = new Map<string, string>([
    ...[...changed].map(([file, text]): [string, string] => [`${MANIFEST}/features/${file}`, text]),
    [`${MANIFEST}/${SDK_FILE}`, sdkJson(facts)],
    [`${MANIFEST}/${SURFACE_FILE}`, surfaceJson(facts)],
    ...(changeset ? [[`.changeset/${changeset.name}`, changeset.text] as const] : []),
  ]);
  const writes = new Map([...wanted].filter(([path, text]) => readIfThere(join(root, path)) !== text));
  return {
    sdk: facts.sdk,
    base: base?.sdk,
    findings,
    drift: isDrift(findings),
    bump: bumpOf(findings),
    writes,
    report: report({ facts, release, base: base?.sdk, findings, features: changed }),
    open: catalog.betas.reduce((sum, beta) => sum + beta.review.length, 0),
  };
}

/** Writes the files of an outcome. */
export async function applySync(root: string, { writes }: Outcome, allowDirty: boolean): Promise<void> {
  if (writes.size === 0) return;
  if (!allowDirty) await refuseDirtyTree(root);
  for (const [path, text] of writes) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
}

/** Drafts that pass every lint of the manifest. A drafted rule that does not is left to a person; anything else is a defect, and nothing is written. */
function draft(
  root: string,
  files: FeatureTexts,
  findings: readonly Finding[],
  facts: SdkFacts,
  catalog: Catalog,
): { changed: Map<string, string>; catalog: Catalog } {
  const without = new Set<string>();
  for (;;) {
    const changed = writeFindings(files, findings, { facts, catalog, without });
    if (changed.size === 0) return { changed, catalog };
    const checked = loadDrafts(root, files, changed);
    if (checked.catalog) return { changed, catalog: checked.catalog };
    const blamed = checked.problems
      .filter(({ rule }) => rule.endsWith('-rule'))
      .flatMap(({ message }) => betaIdsIn(message))
      .filter((id) => !without.has(id));
    if (blamed.length === 0) {
      throw new SyncError(
        `the drafts do not pass the manifest's own lints, so nothing was written. This is a defect of tools/sync:\n${formatProblems(checked.problems)}`,
      );
    }
    for (const id of blamed) without.add(id);
  }
}

function loadDrafts(root: string, files: FeatureTexts, changed: ReadonlyMap<string, string>): ReturnType<typeof tryLoadManifest> {
  const scratch = mkdtempSync(join(tmpdir(), 'beta-headers-sync-'));
  try {
    mkdirSync(join(scratch, 'features'));
    for (const [file, text] of new Map([...files, ...changed])) writeFileSync(join(scratch, 'features', file), text);
    for (const name of ['platforms.yaml', 'models.yaml', 'released.json', IGNORE_FILE]) {
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

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

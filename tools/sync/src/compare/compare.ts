/** Compares the manifest with a release. Pure. */
import type { Baseline } from '../baseline.ts';
import type { SdkFacts } from '../read/facts.ts';
import { SyncError } from '../sync-error.ts';
import { findChangedPins, findNamed } from './code.ts';
import { findChangedDefaults, findNewDefaults } from './defaults.ts';
import { findGoneMethods, findGraduatedEndpoints, findNewEndpoints } from './endpoints.ts';
import { type Bump, type Finding, KINDS } from './finding.ts';
import { findChangedModels } from './models.ts';
import { findNewBetas } from './new-betas.ts';
import { findGoneSurface, findNewSurface } from './surface.ts';
import { findChangedRequirements, findDeprecations } from './words.ts';

/** Compares; the findings are in the order of the report, and deterministic. */
export function compareRelease(known: Baseline, facts: SdkFacts): Finding[] {
  const { base, catalog } = known;
  if (base && base.union.length > 0 && facts.union === undefined) {
    throw new SyncError(
      `${facts.sdk} declares no AnthropicBeta, and ${base.sdk} had one with ` +
        `${base.union.length} values. It was renamed or moved: teach ` +
        'tools/sync/src/read/union.ts.',
    );
  }
  const surface = findNewSurface(facts, known);
  const betas = findNewBetas(facts, catalog, surface);
  const fresh = new Set(betas.map(({ beta }) => beta));
  const assigned = new Set(betas.flatMap((beta) => beta.surface.map(({ entry }) => entry.entry)));
  const changed = base ? findChangedDefaults(facts, base) : [];
  const symbols = new Set(known.surface?.surface.map((entry) => entry.entry));
  const isNewSymbol = (symbol: string): boolean =>
    surface.some(({ entry }) => entry.entry === symbol && !symbols.has(symbol));
  const findings: Finding[] = [
    ...betas,
    ...findJoined(facts, known),
    ...(base?.union ?? [])
      .filter((id) => !facts.union?.includes(id))
      .map((beta): Finding => ({ kind: 'removed', beta })),
    ...findDeprecations(facts, base, catalog),
    ...findGoneSurface(facts, known),
    ...findNewDefaults(facts, base, catalog, changed).filter(({ beta }) => !fresh.has(beta)),
    ...changed,
    ...surface.filter(
      ({ entry }) =>
        !assigned.has(entry.entry) &&
        !entry.within?.some((holder) => assigned.has(holder) || isNewSymbol(holder)),
    ),
    ...(base ? findChangedRequirements(facts, base, catalog, isNewSymbol) : []),
    ...(base
      ? [
          ...findGraduatedEndpoints(facts, base, catalog, changed),
          ...findNewEndpoints(facts, base, catalog),
          ...findGoneMethods(facts, base, catalog),
          ...findChangedPins(facts, base, catalog),
          ...findNamed(facts, base, catalog),
        ]
      : []),
    ...findChangedModels(facts, base, catalog),
  ];
  if (base && base.anthropicVersion !== facts.anthropicVersion)
    findings.push({
      kind: 'api-version',
      before: base.anthropicVersion,
      after: facts.anthropicVersion,
    });
  return findings.sort(
    (a, b) =>
      KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
      Number(a.covered ?? false) - Number(b.covered ?? false),
  );
}

/**
 * Finds known values that this release added to the union, unless the manifest has that already.
 */
function findJoined(facts: SdkFacts, { base, catalog }: Baseline): Finding[] {
  if (!base) return [];
  const since = new Map(catalog.betas.map((beta) => [beta.id, beta.sdk.since.typescript]));
  const fresh = (facts.union ?? []).filter((id) => since.has(id) && !base.union.includes(id));
  return fresh.map(
    (beta): Finding => ({
      kind: 'in-union',
      beta,
      ...(since.get(beta) !== undefined && { covered: true }),
    }),
  );
}

/** Tests if a finding requires a change of the manifest. */
export function isDrift(findings: readonly Finding[]): boolean {
  return findings.some((finding) => !finding.covered);
}

/** Kinds that are only reported: no file of the manifest follows from them alone. */
export const UNSHIPPED: ReadonlySet<Finding['kind']> = new Set([
  'new-endpoint',
  'named',
  'model',
  'api-version',
]);

/**
 * Computes the bump that the findings imply. A new value is a new export: minor. All other changes
 * are about existing exports: patch, or none if no known beta is concerned. It is never major: a
 * value that the SDK removes keeps its entry and its constant, so that old code gets an
 * explanation.
 */
export function computeBump(findings: readonly Finding[]): Bump {
  const shipped = findings.filter(
    (finding) =>
      !finding.covered &&
      !(
        UNSHIPPED.has(finding.kind) ||
        (finding.kind === 'new-surface' && finding.betas.length === 0)
      ),
  );
  if (shipped.length === 0) return 'none';
  return shipped.some(({ kind }) => kind === 'new-beta') ? 'minor' : 'patch';
}

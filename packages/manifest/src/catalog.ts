/** Builds the Catalog: immutable, sorted, complete. */
import { splitBetaId, toConstantName } from '@beta-headers/grammar';
import {
  collectUses,
  normalizeEndpoints,
  toConstraint,
  toRule,
  toSubstitute,
} from './catalog-conditions.ts';
import type {
  Catalog,
  CatalogBeta,
  CatalogFeature,
  CatalogNotBeta,
  CatalogPlatform,
} from './catalog-types.ts';
import { completeAcceptance, completeAvailability, completeEndpoints } from './complete-claims.ts';
import { mergeSurface, type SdkRelease } from './declared-surface.ts';
import { HOME } from './enums.ts';
import { expandRow, readTerms } from './error-terms.ts';
import type { FeatureFile, ListFile, Sources } from './manifest-sources.ts';
import { compare } from './problem.ts';
import type { BetaSource, FeatureSource, NotBetaSource, PlatformSource } from './schema/index.ts';

/** Builds the Catalog from files that passed every lint. */
export function buildCatalog(sources: Sources): Catalog {
  const { lists } = sources;
  const terms = readTerms(flattenEntries(lists.terms));
  const platforms = completeEndpoints(flattenEntries(lists.platforms).map(toPlatform));
  const links = collectLinks(sources.features);
  const built = sources.features
    .map(({ data, overlay }) => buildFeature(data, overlay, platforms, links))
    .sort((a, b) => compare(a.feature.name, b.feature.name));
  return deepFreeze({
    schemaVersion: 2,
    features: built.map(({ feature }) => feature),
    betas: built.flatMap(({ betas }) => betas),
    platforms,
    models: flattenEntries(lists.models).sort(compareBy('id')),
    sources: flattenEntries(lists.sources).sort(compareBy('id')),
    fixes: flattenEntries(lists.fixes).sort(compareBy('code')),
    notBetas: collectNotBetas(flattenEntries(lists.notBetas), sources.features),
    sdks: flattenEntries(lists.sdks),
    clients: flattenEntries(lists.clients),
    apiVersions: flattenEntries(lists.apiVersions),
    errors: flattenEntries(lists.errors).map((row) => expandRow(row, terms)),
    surface: mergeSurface(sources.sdk?.names, flattenEntries(lists.surface)),
    sdkReleases: selectReleases(sources),
  } satisfies Catalog);
}

/** Selects the releases of the TypeScript SDK that a beta names, newest first. */
function selectReleases({ features, sdkReleases = [] }: Sources): SdkRelease[] {
  const named = new Set(
    features.flatMap(({ data }) =>
      data.betas.flatMap(({ sdk }) => [sdk?.since?.typescript, sdk?.deprecated]),
    ),
  );
  return sdkReleases.filter(({ version }) => named.has(version));
}

const compareBy =
  <K extends string>(key: K) =>
  (a: { readonly [key in K]: string }, b: { readonly [key in K]: string }): number =>
    compare(a[key], b[key]);

const flattenEntries = <T>(files: readonly ListFile<T>[]): T[] =>
  files.flatMap(({ entries }) => entries.map(({ data }) => data));

/** Creates one entry for each value. A user's beta with the same id takes precedence. */
function collectNotBetas(
  entries: readonly NotBetaSource[],
  files: readonly FeatureFile[],
): CatalogNotBeta[] {
  const betas = new Set(files.flatMap(({ data }) => data.betas.map(({ id }) => id)));
  return entries
    .flatMap(({ also = [], ...entry }) => [entry.id, ...also].map((id) => ({ ...entry, id })))
    .filter(({ id }) => !betas.has(id))
    .sort(compareBy('id'));
}

interface Links {
  readonly supersedes: ReadonlyMap<string, readonly string[]>;
  readonly chosenFor: ReadonlyMap<string, readonly string[]>;
}

function collectLinks(files: readonly FeatureFile[]): Links {
  const supersedes = new Map<string, string[]>();
  const chosenFor = new Map<string, string[]>();
  const link = (map: Map<string, string[]>, from: string, to: string): void => {
    const known = map.get(from);
    if (!known) map.set(from, [to]);
    else if (!known.includes(to)) known.push(to);
  };
  for (const { data } of files) {
    for (const beta of data.betas) {
      if (beta.supersededBy) link(supersedes, beta.supersededBy, beta.id);
      for (const choice of beta.requires?.flatMap((rule) => rule.choice ?? []) ?? []) {
        if (choice !== beta.id) link(chosenFor, choice, beta.id);
      }
    }
  }
  for (const map of [supersedes, chosenFor]) for (const ids of map.values()) ids.sort(compare);
  return { supersedes, chosenFor };
}

function toPlatform({ hosts, bases, endpoints, ...platform }: PlatformSource): CatalogPlatform {
  return {
    ...platform,
    hosts: hosts ?? [],
    bases: bases ?? [],
    endpoints: (endpoints ?? []).map(normalizeEndpoints),
  };
}

function buildFeature(
  source: FeatureSource,
  overlay: boolean,
  platforms: readonly CatalogPlatform[],
  links: Links,
): { readonly feature: CatalogFeature; readonly betas: readonly CatalogBeta[] } {
  const dated = sortByDate(source.betas);
  const betas = dated.map((beta) => toBeta(source, beta, overlay, platforms, links));
  const { title, summary, family, docs, notes, removal, models, zdr, apiVersion } = source;
  const latest = findLatest(dated);
  const feature: CatalogFeature = {
    name: source.feature,
    title,
    summary,
    family,
    audience: source.audience ?? 'specialised',
    docs,
    ...(notes && { notes }),
    betas: betas.map((beta) => beta.id),
    default: source.default ?? latest,
    latest,
    uses: collectUses(
      source.uses,
      betas.flatMap((beta) => beta.requires),
    ),
    ...(removal && { removal }),
    availability: completeAvailability(source.availability, platforms),
    constraints: (source.constraints ?? []).map(toConstraint),
    substitutes: (source.substitutes ?? []).map(toSubstitute),
    ...(models && { models }),
    ...(zdr && { zdr }),
    effects: source.effects ?? [],
    ...(apiVersion && { apiVersion }),
    overlay,
  };
  return { feature, betas };
}

/** Finds the newest beta that people may use and the Claude API does not reject. */
function findLatest(dated: readonly BetaSource[]): string {
  const usable = dated.filter(
    (beta) => !beta.undocumented && !['internal', 'retired'].includes(beta.stage),
  );
  const newest = usable.filter(isKnownAtHome).at(-1) ?? usable.at(-1) ?? dated.at(-1);
  return (newest as BetaSource).id;
}

/** Returns false for a value that only other platforms know. */
function isKnownAtHome({ acceptance }: BetaSource): boolean {
  const claims = [acceptance?.[HOME] ?? []].flat();
  return (
    claims.length === 0 || claims.some((claim) => claim.status !== 'rejected' || claim.instead)
  );
}

function toBeta(
  feature: FeatureSource,
  beta: BetaSource,
  overlay: boolean,
  platforms: readonly CatalogPlatform[],
  links: Links,
): CatalogBeta {
  const { id, stage, supersededBy, released, graduated, retired } = beta;
  const { selects, migration, notes, sdk } = beta;
  return {
    id,
    feature: feature.feature,
    date: readDate(id),
    constant: toConstantName(id),
    stage,
    undocumented: beta.undocumented ?? false,
    independent: beta.independent ?? false,
    title: beta.title ?? feature.title,
    summary: beta.summary ?? feature.summary,
    docs: beta.docs ?? feature.docs,
    ...(supersededBy && { supersededBy }),
    supersedes: links.supersedes.get(id) ?? [],
    chosenFor: links.chosenFor.get(id) ?? [],
    ...(released && { released }),
    ...(graduated && { graduated }),
    ...(retired && { retired }),
    sdk: { ...sdk, since: sdk?.since ?? {}, sends: sdk?.sends ?? [] },
    requires: (beta.requires ?? []).map(toRule),
    ...(selects && { selects }),
    selectsAt: beta.selectsAt ?? [],
    acceptance: completeAcceptance(beta.acceptance, platforms),
    ...(migration && { migration }),
    ...(notes && { notes }),
    review: beta.review ?? [],
    evidence: beta.evidence,
    overlay,
  };
}

/** Sorts by date. An id with words after its date comes before the one without, its successor. */
function sortByDate(betas: readonly BetaSource[]): BetaSource[] {
  const order = ({ id }: BetaSource): [string, string] => {
    const { date = '', suffix } = splitBetaId(id) ?? {};
    return [date, suffix ?? '~'];
  };
  return [...betas].sort((a, b) => {
    const [x, y] = [order(a), order(b)];
    return compare(x[0], y[0]) || compare(x[1], y[1]) || compare(a.id, b.id);
  });
}

const readDate = (id: string): string => splitBetaId(id)?.date ?? '';

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    for (const key in value) deepFreeze(value[key]);
  }
  return value;
}

/** Changes in meaning between two manifests, and the version bump that they imply. */
import { isSame } from '../canonical-json.ts';
import type { Catalog, CatalogBeta, CatalogFeature, CatalogPlatform } from '../catalog-types.ts';
import { compare } from '../problem.ts';
import { type Change, makeChange } from './change.ts';
import { diffClaims } from './claim-changes.ts';
import { BUMPS, type Bump, CHANGE_GROUPS } from './kinds.ts';
import { diffCombinations, diffRules, diffUses, pairByKey } from './rule-changes.ts';

/** Lists the changes in meaning, most significant first. Order and layout do not count. */
export function diffCatalogs(before: Catalog, after: Catalog): Change[] {
  const changes = [
    ...diffFeatures(before, after),
    ...diffBetas(before, after),
    ...diffPlatforms(before, after),
    ...diffLists(before, after),
  ];
  const rank = (change: Change): number =>
    BUMPS.indexOf(change.bump) * 10 + CHANGE_GROUPS.indexOf(change.group);
  // The sort is stable, so equal changes keep the order of the Catalog.
  return changes.sort(
    (a, b) => rank(a) - rank(b) || compare(a.subject, b.subject) || compare(a.kind, b.kind),
  );
}

/** Returns the bump that changes imply, or `undefined` without changes. */
export function impliedBump(changes: readonly Change[]): Bump | undefined {
  return BUMPS.find((bump) => changes.some((change) => change.bump === bump));
}

function* diffFeatures(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairByKey(before.features, after.features, ({ name }) => name)) {
    if (!was) {
      const { name, title } = is as CatalogFeature;
      yield makeChange('feature-added', name, { title });
    } else if (!is) yield makeChange('feature-removed', was.name, {});
    else {
      yield* diffFeature(was, is);
      yield* diffUses(was, is, before, after);
      yield* diffCombinations(was, is);
    }
  }
}

function* diffFeature(was: CatalogFeature, is: CatalogFeature): Generator<Change> {
  const { name } = is;
  for (const key of ['default', 'latest'] as const)
    if (was[key] !== is[key])
      yield makeChange(`${key}-changed`, name, { was: was[key], is: is[key] });
  yield* diffClaims('availability', name, was.availability, is.availability);
  for (const key of ['family', 'audience', 'removal'] as const)
    if (was[key] !== is[key])
      yield makeChange('feature-facts', name, { key, ...pickValues(was[key], is[key]) });
  for (const key of ['zdr', 'effects', 'apiVersion'] as const) {
    const [before, after] = [omitEmptyList(was[key]), omitEmptyList(is[key])];
    if (!isSame(omitEvidence(before), omitEvidence(after)))
      yield makeChange('feature-facts', name, { key });
    else if (!isSame(before, after)) yield makeChange('evidence-changed', name, { key });
  }
  if (!isSame(was.models?.only, is.models?.only))
    yield makeChange('models-changed', name, pickValues(was.models?.only, is.models?.only));
  else if (!isSame(was.models, is.models))
    yield makeChange('evidence-changed', name, { key: 'models' });
  yield* diffTexts(name, was, is, ['title', 'summary', 'docs', 'notes']);
}

/** Treats an empty list as absent, because older releases lack the key. */
const omitEmptyList = <T>(value: T): T | undefined =>
  Array.isArray(value) && value.length === 0 ? undefined : value;

/** Removes notes and evidence from a fact about a feature. */
function omitEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(omitEvidence);
  const { evidence: _, note: _note, ...fact } = Object(value);
  return fact;
}

function* diffBetas(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairByKey(before.betas, after.betas, ({ id }) => id)) {
    if (!was) {
      const { id, stage, title } = is as CatalogBeta;
      yield makeChange('beta-added', id, { stage, title });
    } else if (!is) yield makeChange('beta-removed', was.id, {});
    else yield* diffBeta(was, is);
  }
}

function* diffBeta(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const { id } = is;
  if (was.feature !== is.feature)
    yield makeChange('beta-moved', id, { was: was.feature, is: is.feature });
  yield* diffStage(was, is);
  for (const key of ['released', 'graduated', 'retired'] as const) {
    if (was[key]?.date !== is[key]?.date)
      yield makeChange('date-changed', id, { key, ...pickValues(was[key]?.date, is[key]?.date) });
    else if (!isSame(was[key], is[key])) yield makeChange('evidence-changed', id, { key });
  }
  yield* diffRules(was, is);
  yield* diffClaims('acceptance', id, was.acceptance, is.acceptance);
  for (const key of ['selectsAt', 'independent', 'undocumented'] as const)
    if (!isSame(was[key], is[key])) yield makeChange('beta-facts', id, { key });
  if (!isSame(was.sdk, is.sdk)) yield makeChange('sdk-changed', id, { was: was.sdk, is: is.sdk });
  yield* diffTexts(id, was, is, [
    'title',
    'summary',
    'docs',
    'migration',
    'notes',
    'selects',
    'review',
  ]);
  if (!isSame(was.evidence, is.evidence)) yield makeChange('evidence-changed', id, {});
}

function* diffStage(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const { id } = is;
  const by = is.supersededBy === undefined ? {} : { by: is.supersededBy };
  if (was.stage === is.stage) {
    if (was.supersededBy !== is.supersededBy)
      yield makeChange('superseded', id, {
        ...by,
        ...(was.supersededBy !== undefined && { before: was.supersededBy }),
      });
    return;
  }
  const stages = { was: was.stage, is: is.stage };
  if (is.stage === 'superseded') yield makeChange('superseded', id, { was: was.stage, ...by });
  else if (is.stage === 'graduated' || is.stage === 'legacy-shape')
    yield makeChange('graduated', id, stages);
  else if (is.stage === 'retired') yield makeChange('retired', id, { was: was.stage });
  else yield makeChange('stage-changed', id, stages);
}

const PLATFORM_KEYS = [
  'title',
  'summary',
  'docs',
  'operator',
  'wire',
  'wireNote',
  'hosts',
  'bases',
  'short',
  'client',
  'call',
  'endpoints',
  'like',
  'evidence',
] as const satisfies (keyof CatalogPlatform)[];

function* diffPlatforms(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairByKey(before.platforms, after.platforms, ({ id }) => id)) {
    if (!was) {
      const { id, title } = is as CatalogPlatform;
      yield makeChange('platform-added', id, { title });
    } else if (!is) yield makeChange('platform-removed', was.id, {});
    else {
      for (const key of PLATFORM_KEYS) {
        const [a, b] = [omitEmptyList(was[key]), omitEmptyList(is[key])];
        if (isSame(a, b)) continue;
        yield makeChange('platform-facts', is.id, {
          key,
          ...(typeof a === 'string' && typeof b === 'string' && { was: a, is: b }),
        });
      }
    }
  }
}

function* diffLists(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairByKey(before.models, after.models, ({ id }) => id)) {
    if (is && !was) yield makeChange('model-added', is.id, { title: is.title });
    else if (was && !is) yield makeChange('model-removed', was.id, {});
    else if (is && !isSame(was, is)) yield makeChange('model-changed', is.id, {});
  }
  yield* diffList('fix', before.fixes, after.fixes, ({ code }) => code);
  for (const [was, is] of pairByKey(before.notBetas, after.notBetas, ({ id }) => id)) {
    if (is && !was) {
      const { reason, means } = is;
      yield makeChange('not-beta-added', is.id, { reason, ...(means && { means }) });
    } else if (was && !is) yield makeChange('not-beta-removed', was.id, {});
    else if (is && !isSame(was, is)) yield makeChange('not-beta-changed', is.id, {});
  }
  yield* diffList('error', before.errors, after.errors, ({ id }) => id);
  yield* diffList('source', before.sources, after.sources, ({ id }) => id);
}

function* diffList<T>(
  kind: 'fix' | 'error' | 'source',
  before: readonly T[],
  after: readonly T[],
  name: (item: T) => string,
): Generator<Change> {
  for (const [was, is] of pairByKey(before, after, name)) {
    if (is && !was) yield makeChange(`${kind}-added`, name(is), {});
    else if (was && !is) yield makeChange(`${kind}-removed`, name(was), {});
    else if (is && !isSame(was, is)) yield makeChange(`${kind}-changed`, name(is), {});
  }
}

function* diffTexts<K extends string>(
  subject: string,
  was: { readonly [key in K]?: unknown },
  is: { readonly [key in K]?: unknown },
  keys: readonly K[],
): Generator<Change> {
  for (const key of keys)
    if (!isSame(was[key], is[key])) yield makeChange('text-changed', subject, { key });
}

/** Picks the values that are defined. */
function pickValues<T>(was: T | undefined, is: T | undefined): { was?: T; is?: T } {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}

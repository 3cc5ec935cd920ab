/** Changes in meaning between two manifests, and the version bump that they imply. */
import { isSame } from '../canonical.ts';
import type { Catalog, CatalogBeta, CatalogFeature, CatalogPlatform } from '../catalog-types.ts';
import { compare } from '../problem.ts';
import { type Change, makeChange } from './change.ts';
import { claimChanges } from './claims.ts';
import { BUMPS, type Bump, CHANGE_GROUPS } from './kinds.ts';
import { combinationChanges, pairsBy, ruleChanges, useChanges } from './rules.ts';

/** Everything that changed in meaning, the weightiest first. Order and layout do not count. */
export function diffCatalogs(before: Catalog, after: Catalog): Change[] {
  const changes = [
    ...features(before, after),
    ...betas(before, after),
    ...platforms(before, after),
    ...lists(before, after),
  ];
  const rank = (change: Change): number =>
    BUMPS.indexOf(change.bump) * 10 + CHANGE_GROUPS.indexOf(change.group);
  // Sorting keeps the order of equals, which is that of the Catalog.
  return changes.sort(
    (a, b) => rank(a) - rank(b) || compare(a.subject, b.subject) || compare(a.kind, b.kind),
  );
}

/** The bump that a set of changes implies; `undefined` when nothing changed. */
export function impliedBump(changes: readonly Change[]): Bump | undefined {
  return BUMPS.find((bump) => changes.some((change) => change.bump === bump));
}

function* features(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairsBy(before.features, after.features, ({ name }) => name)) {
    if (!was) {
      const { name, title } = is as CatalogFeature;
      yield makeChange('feature-added', name, { title });
    } else if (!is) yield makeChange('feature-removed', was.name, {});
    else {
      yield* featureChanges(was, is);
      yield* useChanges(was, is, before, after);
      yield* combinationChanges(was, is);
    }
  }
}

function* featureChanges(was: CatalogFeature, is: CatalogFeature): Generator<Change> {
  const { name } = is;
  for (const key of ['default', 'latest'] as const)
    if (was[key] !== is[key])
      yield makeChange(`${key}-changed`, name, { was: was[key], is: is[key] });
  yield* claimChanges('availability', name, was.availability, is.availability);
  for (const key of ['family', 'audience', 'removal'] as const)
    if (was[key] !== is[key])
      yield makeChange('feature-facts', name, { key, ...values(was[key], is[key]) });
  for (const key of ['zdr', 'effects', 'apiVersion'] as const) {
    const [before, after] = [noneIfEmpty(was[key]), noneIfEmpty(is[key])];
    if (!isSame(factOf(before), factOf(after))) yield makeChange('feature-facts', name, { key });
    else if (!isSame(before, after)) yield makeChange('evidence-changed', name, { key });
  }
  if (!isSame(was.models?.only, is.models?.only))
    yield makeChange('models-changed', name, values(was.models?.only, is.models?.only));
  else if (!isSame(was.models, is.models))
    yield makeChange('evidence-changed', name, { key: 'models' });
  yield* texts(name, was, is, ['title', 'summary', 'docs', 'notes']);
}

/** A release before the key was there has no list. */
const noneIfEmpty = <T>(value: T): T | undefined =>
  Array.isArray(value) && value.length === 0 ? undefined : value;

/** A fact about a feature without what it rests on. */
function factOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(factOf);
  const { evidence: _, note: _note, ...fact } = Object(value);
  return fact;
}

function* betas(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairsBy(before.betas, after.betas, ({ id }) => id)) {
    if (!was) {
      const { id, stage, title } = is as CatalogBeta;
      yield makeChange('beta-added', id, { stage, title });
    } else if (!is) yield makeChange('beta-removed', was.id, {});
    else yield* betaChanges(was, is);
  }
}

function* betaChanges(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const { id } = is;
  if (was.feature !== is.feature)
    yield makeChange('beta-moved', id, { was: was.feature, is: is.feature });
  yield* stageChanges(was, is);
  for (const key of ['released', 'graduated', 'retired'] as const) {
    if (was[key]?.date !== is[key]?.date)
      yield makeChange('date-changed', id, { key, ...values(was[key]?.date, is[key]?.date) });
    else if (!isSame(was[key], is[key])) yield makeChange('evidence-changed', id, { key });
  }
  yield* ruleChanges(was, is);
  yield* claimChanges('acceptance', id, was.acceptance, is.acceptance);
  for (const key of ['selectsAt', 'independent', 'undocumented'] as const)
    if (!isSame(was[key], is[key])) yield makeChange('beta-facts', id, { key });
  if (!isSame(was.sdk, is.sdk)) yield makeChange('sdk-changed', id, { was: was.sdk, is: is.sdk });
  yield* texts(id, was, is, [
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

function* stageChanges(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
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

function* platforms(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairsBy(before.platforms, after.platforms, ({ id }) => id)) {
    if (!was) {
      const { id, title } = is as CatalogPlatform;
      yield makeChange('platform-added', id, { title });
    } else if (!is) yield makeChange('platform-removed', was.id, {});
    else {
      for (const key of PLATFORM_KEYS) {
        const [a, b] = [noneIfEmpty(was[key]), noneIfEmpty(is[key])];
        if (isSame(a, b)) continue;
        yield makeChange('platform-facts', is.id, {
          key,
          ...(typeof a === 'string' && typeof b === 'string' && { was: a, is: b }),
        });
      }
    }
  }
}

function* lists(before: Catalog, after: Catalog): Generator<Change> {
  for (const [was, is] of pairsBy(before.models, after.models, ({ id }) => id)) {
    if (is && !was) yield makeChange('model-added', is.id, { title: is.title });
    else if (was && !is) yield makeChange('model-removed', was.id, {});
    else if (is && !isSame(was, is)) yield makeChange('model-changed', is.id, {});
  }
  yield* listChanges('fix', before.fixes, after.fixes, ({ code }) => code);
  for (const [was, is] of pairsBy(before.notBetas, after.notBetas, ({ id }) => id)) {
    if (is && !was) {
      const { reason, means } = is;
      yield makeChange('not-beta-added', is.id, { reason, ...(means && { means }) });
    } else if (was && !is) yield makeChange('not-beta-removed', was.id, {});
    else if (is && !isSame(was, is)) yield makeChange('not-beta-changed', is.id, {});
  }
  yield* listChanges('error', before.errors, after.errors, ({ id }) => id);
  yield* listChanges('source', before.sources, after.sources, ({ id }) => id);
}

function* listChanges<T>(
  kind: 'fix' | 'error' | 'source',
  before: readonly T[],
  after: readonly T[],
  name: (item: T) => string,
): Generator<Change> {
  for (const [was, is] of pairsBy(before, after, name)) {
    if (is && !was) yield makeChange(`${kind}-added`, name(is), {});
    else if (was && !is) yield makeChange(`${kind}-removed`, name(was), {});
    else if (is && !isSame(was, is)) yield makeChange(`${kind}-changed`, name(is), {});
  }
}

function* texts<K extends string>(
  subject: string,
  was: { readonly [key in K]?: unknown },
  is: { readonly [key in K]?: unknown },
  keys: readonly K[],
): Generator<Change> {
  for (const key of keys)
    if (!isSame(was[key], is[key])) yield makeChange('text-changed', subject, { key });
}

/** Both values where they are known. */
function values<T>(was: T | undefined, is: T | undefined): { was?: T; is?: T } {
  return { ...(was !== undefined && { was }), ...(is !== undefined && { is }) };
}

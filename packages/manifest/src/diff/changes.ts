/** What changed in meaning between two manifests, and the version bump that it implies. See VERSIONING.md. */
import type { Catalog, CatalogBeta, CatalogClaim, CatalogRule } from '../catalog-types.ts';
import { compare } from '../problem.ts';
import { testOf } from '../rule-overlap.ts';
import type { Platform, Rule } from '../schema.ts';
import { PLATFORMS } from '../vocabulary.ts';

/** What a change does to the version. */
export type Bump = 'major' | 'minor' | 'patch';

/** The groups of the changelog, in its order. */
export const CHANGE_GROUPS = [
  'new betas',
  'superseded',
  'graduated',
  'retired',
  'platforms',
  'helpers',
] as const;
/** A group of the changelog. */
export type ChangeGroup = (typeof CHANGE_GROUPS)[number];

/** Every kind of change, with what it means for a version. The table in VERSIONING.md says the same, and a test holds them equal. */
export const CHANGE_KINDS = {
  'beta-added': { bump: 'minor', group: 'new betas' },
  'beta-removed': { bump: 'major', group: 'retired' },
  'beta-moved': { bump: 'major', group: 'helpers' },
  'feature-added': { bump: 'minor', group: 'new betas' },
  'feature-removed': { bump: 'major', group: 'helpers' },
  'latest-changed': { bump: 'minor', group: 'helpers' },
  'platform-added': { bump: 'minor', group: 'platforms' },
  'platform-removed': { bump: 'major', group: 'platforms' },
  'claim-narrowed': { bump: 'minor', group: 'platforms' },
  'claim-changed': { bump: 'patch', group: 'platforms' },
  'claim-evidence': { bump: 'patch', group: 'platforms' },
  'platform-facts': { bump: 'patch', group: 'platforms' },
  superseded: { bump: 'patch', group: 'superseded' },
  graduated: { bump: 'patch', group: 'graduated' },
  retired: { bump: 'patch', group: 'retired' },
  'stage-changed': { bump: 'patch', group: 'helpers' },
  'date-changed': { bump: 'patch', group: 'helpers' },
  'rule-added': { bump: 'patch', group: 'helpers' },
  'rule-removed': { bump: 'patch', group: 'helpers' },
  'rule-changed': { bump: 'patch', group: 'helpers' },
  'caveat-changed': { bump: 'patch', group: 'helpers' },
  'models-changed': { bump: 'patch', group: 'helpers' },
  'sdk-changed': { bump: 'patch', group: 'helpers' },
  'text-changed': { bump: 'patch', group: 'helpers' },
  'evidence-changed': { bump: 'patch', group: 'helpers' },
} as const satisfies Record<string, { bump: Bump; group: ChangeGroup }>;

/** A row of VERSIONING.md. */
export type ChangeKind = keyof typeof CHANGE_KINDS;

/** One change. */
export interface Change {
  readonly kind: ChangeKind;
  readonly bump: Bump;
  readonly group: ChangeGroup;
  /** The id of the beta, feature, platform or model that it is about. */
  readonly subject: string;
  /** One line for a person. */
  readonly text: string;
  /** What a claim is about. */
  readonly platform?: Platform;
  /** Before and after, where a value says it: a stage, an id, what a platform accepts. For whoever writes the line in another language. */
  readonly was?: ChangeValue;
  readonly is?: ChangeValue;
}

/** A value that changed. */
export type ChangeValue = string | CatalogClaim['accepts'];

/** Everything that changed in meaning, the weightiest first. Order, layout and comments of the files do not count. */
export function diffCatalogs(before: Catalog, after: Catalog): Change[] {
  const changes = [
    ...features(before, after),
    ...betas(before, after),
    ...platforms(before, after),
    ...models(before, after),
  ];
  const rank = (change: Change): number =>
    BUMPS.indexOf(change.bump) * 10 + CHANGE_GROUPS.indexOf(change.group);
  return changes.sort(
    (a, b) =>
      rank(a) - rank(b) ||
      compare(a.subject, b.subject) ||
      compare(a.kind, b.kind) ||
      compare(a.text, b.text),
  );
}

/** The bump that a set of changes implies; `undefined` when nothing changed. */
export function impliedBump(changes: readonly Change[]): Bump | undefined {
  return BUMPS.find((bump) => changes.some((change) => change.bump === bump));
}

const BUMPS: readonly Bump[] = ['major', 'minor', 'patch'];

function change(
  kind: ChangeKind,
  subject: string,
  text: string,
  values: Pick<Change, 'platform' | 'was' | 'is'> = {},
): Change {
  return { kind, ...CHANGE_KINDS[kind], subject, text, ...values };
}

function* features(before: Catalog, after: Catalog): Generator<Change> {
  for (const [name, was, is] of pairs(before.features, after.features, (feature) => feature.name)) {
    if (!was) yield change('feature-added', name, `new feature ${name}: ${is?.title.en}`);
    else if (!is) yield change('feature-removed', name, `feature ${name} is gone`);
    else {
      if (was.latest !== is.latest)
        yield change('latest-changed', name, `${name} now means ${is.latest} (was ${was.latest})`, {
          was: was.latest,
          is: is.latest,
        });
      yield* texts(name, was, is, ['title', 'summary', 'docs', 'family', 'notes']);
    }
  }
}

function* betas(before: Catalog, after: Catalog): Generator<Change> {
  for (const [id, was, is] of pairs(before.betas, after.betas, (beta) => beta.id)) {
    if (!was) yield change('beta-added', id, `new ${is?.stage} ${id}: ${is?.title.en}`);
    else if (!is) yield change('beta-removed', id, `${id} is gone`);
    else yield* betaChanges(was, is);
  }
}

function* betaChanges(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const { id } = is;
  if (was.feature !== is.feature)
    yield change('beta-moved', id, `${id} moved from ${was.feature} to ${is.feature}`);
  yield* stageChanges(was, is);
  for (const key of ['released', 'graduated', 'retired'] as const) {
    if (was[key]?.date !== is[key]?.date)
      yield change(
        'date-changed',
        id,
        `${id} ${key}: ${was[key]?.date ?? 'no date'} → ${is[key]?.date ?? 'no date'}`,
      );
    else if (!same(was[key], is[key]))
      yield change('evidence-changed', id, `${id} ${key}: other evidence or note`);
  }
  yield* ruleChanges(was, is);
  for (const platform of PLATFORMS)
    yield* claimChanges(id, platform, was.platforms[platform], is.platforms[platform]);
  for (const key of ['conflicts', 'traps', 'selectsAt', 'independent', 'undocumented'] as const) {
    if (!same(was[key], is[key])) yield change('caveat-changed', id, `${id}: \`${key}\` changed`);
  }
  if (!same(was.models?.only, is.models?.only))
    yield change(
      'models-changed',
      id,
      `${id} models: ${list(was.models?.only)} → ${list(is.models?.only)}`,
    );
  else if (!same(was.models, is.models))
    yield change('evidence-changed', id, `${id} models: other evidence or note`);
  if (!same(was.sdk, is.sdk))
    yield change('sdk-changed', id, `${id} in the SDK: ${sdkText(was)} → ${sdkText(is)}`);
  yield* texts(id, was, is, [
    'title',
    'summary',
    'docs',
    'migration',
    'notes',
    'selects',
    'review',
  ]);
  if (!same(was.evidence, is.evidence))
    yield change(
      'evidence-changed',
      id,
      `${id}: ${is.evidence.length} sources (were ${was.evidence.length}), or other ones`,
    );
}

function* stageChanges(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const { id } = is;
  const by = is.supersededBy === undefined ? '' : ` by ${is.supersededBy}`;
  const successor = is.supersededBy === undefined ? {} : { is: is.supersededBy };
  if (was.stage === is.stage) {
    if (was.supersededBy !== is.supersededBy)
      yield change(
        'superseded',
        id,
        `${id} is superseded${by || ' by nothing'} (was: ${was.supersededBy ?? 'nothing'})`,
        successor,
      );
    return;
  }
  const moved = `(was ${was.stage})`;
  const stages = { was: was.stage, is: is.stage };
  if (is.stage === 'superseded')
    yield change('superseded', id, `${id} is superseded${by} ${moved}`, successor);
  else if (is.stage === 'graduated')
    yield change(
      'graduated',
      id,
      `${id} graduated: the feature needs no header any more ${moved}`,
      stages,
    );
  else if (is.stage === 'legacy-shape')
    yield change('graduated', id, `${id} graduated and now selects the old shape ${moved}`, stages);
  else if (is.stage === 'retired') yield change('retired', id, `${id} is retired ${moved}`, stages);
  else yield change('stage-changed', id, `${id} is ${is.stage} ${moved}`, stages);
}

/** Rules are told apart by where they look; what else is in them may change. */
function* ruleChanges(was: CatalogBeta, is: CatalogBeta): Generator<Change> {
  const key = (rule: CatalogRule): string =>
    JSON.stringify([rule.at, rule.endpoint, rule.is, rule.in, rule.nonEmpty, rule.above]);
  const old = new Map(was.opens.map((rule) => [key(rule), rule]));
  const now = new Map(is.opens.map((rule) => [key(rule), rule]));
  for (const [k, rule] of now) {
    const before = old.get(k);
    if (!before) yield change('rule-added', is.id, `${is.id} now opens ${ruleText(rule)}`);
    else if (!same({ ...before, note: undefined }, { ...rule, note: undefined })) {
      yield change(
        'rule-changed',
        is.id,
        `${is.id} opens ${ruleText(rule)} (was: ${ruleText(before)})`,
      );
    } else if (!same(before.note, rule.note))
      yield change('text-changed', is.id, `${is.id}: the note of a rule changed`);
  }
  for (const [k, rule] of old)
    if (!now.has(k))
      yield change('rule-removed', is.id, `${is.id} no longer opens ${ruleText(rule)}`);
}

function* claimChanges(
  id: string,
  platform: Platform,
  was: CatalogClaim,
  is: CatalogClaim,
): Generator<Change> {
  if (!same(was.accepts, is.accepts)) {
    const kind = !isRejected(was) && isRejected(is) ? 'claim-narrowed' : 'claim-changed';
    yield change(kind, id, `${id} on ${platform}: ${claimText(was)} → ${claimText(is)}`, {
      platform,
      was: was.accepts,
      is: is.accepts,
    });
  } else if (!same(was, is)) {
    yield change(
      'claim-evidence',
      id,
      `${id} on ${platform}: still ${claimText(is)}, with other evidence, confidence or note`,
    );
  }
}

function* platforms(before: Catalog, after: Catalog): Generator<Change> {
  for (const [id, was, is] of pairs(before.platforms, after.platforms, (platform) => platform.id)) {
    if (!was) yield change('platform-added', id, `new platform ${id}`);
    else if (!is) yield change('platform-removed', id, `platform ${id} is gone`);
    else if (was.placement !== is.placement)
      yield change(
        'platform-facts',
        id,
        `${id}: betas go into the ${is.placement} (was: ${was.placement})`,
      );
    else if (!same(was, is)) yield change('platform-facts', id, `${id}: texts or evidence changed`);
  }
}

function* models(before: Catalog, after: Catalog): Generator<Change> {
  for (const [id, was, is] of pairs(before.models, after.models, (model) => model.id)) {
    if (!was) yield change('models-changed', id, `new model ${id}`);
    else if (!is) yield change('models-changed', id, `model ${id} is gone`);
    else if (!same(was, is))
      yield change('models-changed', id, `model ${id}: facts or evidence changed`);
  }
}

function* texts<K extends string>(
  subject: string,
  was: { readonly [key in K]?: unknown },
  is: { readonly [key in K]?: unknown },
  keys: readonly K[],
): Generator<Change> {
  for (const key of keys)
    if (!same(was[key], is[key]))
      yield change('text-changed', subject, `${subject}: \`${key}\` changed`);
}

/** Each key of either list, with its item before and after. */
function* pairs<T>(
  before: readonly T[],
  after: readonly T[],
  key: (item: T) => string,
): Generator<[string, T | undefined, T | undefined]> {
  const old = new Map(before.map((item) => [key(item), item]));
  const now = new Map(after.map((item) => [key(item), item]));
  for (const k of new Set([...old.keys(), ...now.keys()])) yield [k, old.get(k), now.get(k)];
}

/** Whether the name is known not to work there, whatever the model: what the types of @beta-headers/constants leave out. */
function isRejected({ accepts }: CatalogClaim): boolean {
  return accepts === false || (typeof accepts === 'object' && 'as' in accepts);
}

function claimText({ accepts }: CatalogClaim): string {
  if (accepts === 'unknown') return 'unknown';
  if (typeof accepts === 'boolean') return accepts ? 'accepted' : 'rejected';
  return 'as' in accepts
    ? `renamed to ${accepts.as}`
    : `accepted with ${accepts.models.join(', ')}`;
}

function ruleText(rule: CatalogRule): string {
  const { endpoint, ...rest } = rule;
  const parts = rule.at === undefined ? [] : [`${rule.at} (${testOf(rest as Rule)})`];
  if (endpoint)
    parts.push(rule.at === undefined ? endpoint.join(', ') : `at ${endpoint.join(', ')}`);
  if (rule.platform) parts.push(`on ${rule.platform.join(', ')}`);
  if (rule.model) parts.push(`with ${rule.model.join(', ')}`);
  if (rule.apiVersion) parts.push(`up to anthropic-version ${rule.apiVersion}`);
  if (rule.choice) parts.push(`by choice of ${rule.choice.join(', ')}`);
  return parts.join(' ');
}

const list = (items: readonly string[] | undefined): string => items?.join(', ') ?? 'any';

function sdkText({ sdk }: CatalogBeta): string {
  const parts = [
    sdk.since && `since ${sdk.since}`,
    sdk.deprecated && `deprecated in ${sdk.deprecated}`,
    sdk.sends.length > 0 && `sent to ${sdk.sends.join(', ')}`,
  ];
  return parts.filter(Boolean).join(', ') || 'not there';
}

/** Equal as JSON, whatever the order of keys. */
function same(a: unknown, b: unknown): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compare(a, b)))
      : inner,
  );
}

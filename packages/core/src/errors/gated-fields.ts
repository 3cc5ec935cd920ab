/** A place in the body, as an error names it → the betas that it needs, by the rules of the catalog. */
import { defaultCatalog } from '../catalog/catalog.ts';
import type { KnownBeta, KnownFeature, Rule } from '../catalog/types.ts';

/** A rule, the way errors speak of its place. */
export interface GatedField {
  /** The names on the way, without lists; for a rule about `type`, up to what has the type. */
  readonly names: readonly string[];
  /** The rule is about one of these values. */
  readonly values?: readonly unknown[] | undefined;
  readonly isTag: boolean;
  readonly above?: number | undefined;
  readonly feature: KnownFeature;
  /** What satisfies it, the default first. */
  readonly betas: readonly string[];
  /** The header is needed; else the place only belongs to the feature. */
  readonly isNeeded: boolean;
  /** The rule, for what it says beside the place. */
  readonly rule: Rule;
}

/** What `uses` cannot say: a variant that only validators name, and that without the beta a container was a name only. */
const PAST: readonly { readonly rule: Rule; readonly beta: string }[] = [
  { rule: { at: '*.cache_control.ephemeral.ttl' }, beta: 'extended-cache-ttl-2025-04-11' },
];

/**
 * No header changes what these complain about: a block that takes no `cache_control`, a role or a
 * mode of thinking that the model does not have.
 */
const NOT_TOLD: ReadonlySet<string> = new Set([
  'prompt-caching',
  'mid-conversation-system',
  'adaptive-thinking',
]);

let all: readonly GatedField[] | undefined;

function openers(): readonly GatedField[] {
  all ??= [...defaultCatalog.features.values()].flatMap(listFieldsOfFeature);
  return all;
}

function listFieldsOfFeature(feature: KnownFeature): GatedField[] {
  const { uses, betas, default: main } = feature;
  if (NOT_TOLD.has(feature.name)) return [];
  const needed = betas.flatMap(({ requires }) =>
    requires.flatMap((rule) => toGatedField(feature, rule, rule.choices, true)),
  );
  const own = betas.map(({ id }) => id);
  const past = PAST.filter(({ beta }) => own.includes(beta)).map(({ rule }) => rule);
  return [
    ...needed,
    ...(main
      ? [...uses, ...past].flatMap((rule) => toGatedField(feature, rule, [main], false))
      : []),
  ];
}

function toGatedField(
  feature: KnownFeature,
  rule: Rule,
  betas: readonly string[],
  isNeeded: boolean,
): GatedField[] {
  if (rule.at === undefined) return [];
  const names = rule.at.replaceAll('[]', '').replaceAll('.**', '').split('.');
  const values = rule.in ?? (rule.is === undefined ? undefined : [rule.is]);
  const isTag = values !== undefined && names.at(-1) === 'type';
  if (isTag) names.pop();
  return [{ names, values, isTag, above: rule.above, feature, betas, isNeeded, rule }];
}

/** Openers of a field that is there or not: the place itself before one further down that ends alike. */
export function findFieldsByPath(place: string): readonly GatedField[] {
  const found = openers().filter(
    (opener) => isOfField(opener) && opener.above === undefined && fits(opener.names, place),
  );
  return found.sort((a, b) => a.names.length - b.names.length || weigh(a) - weigh(b));
}

/** A switch that is on: who does not know the field does not know its value. Of other values the field itself is known. */
const isOfField = ({ values }: GatedField): boolean =>
  values === undefined || values.every((value) => value === true);

/** Where the error shows the place alone, a rule that depends on more comes last. */
const weigh = ({ rule }: GatedField): number => (rule.unless || rule.where || rule.model ? 1 : 0);

/** Openers of an element of that `type`. A tag that spells a beta, `web_fetch_20250910`, means that one. */
export function findFieldsByTag(tag: string, place: string): readonly GatedField[] {
  const beta = findBetaOfTag(tag);
  const found = openers()
    .filter((opener) => opener.isTag && opener.values?.includes(tag) && fits(opener.names, place))
    .map((opener) => {
      const isOwn = beta !== undefined && beta.feature === opener.feature && !opener.isNeeded;
      return isOwn ? { ...opener, betas: [beta.id] } : opener;
    });
  if (found.length > 0 || !beta || !fits(['tools'], place)) return found;
  return toGatedField(beta.feature, { at: 'tools[].type', is: tag }, [beta.id], false);
}

function findBetaOfTag(tag: string): KnownBeta | undefined {
  const [, name, year, month, day] = /^([a-z_]+)_(\d{4})(\d\d)(\d\d)$/.exec(tag) ?? [];
  return defaultCatalog.betas.get(`${name?.replaceAll('_', '-')}-${year}-${month}-${day}`);
}

/** Openers of some values of a field. */
export function findFieldsByValue(place: string): readonly GatedField[] {
  return openers().filter((opener) => opener.values && !opener.isTag && fits(opener.names, place));
}

/** Openers of numbers above a limit. */
export function findFieldsByLimit(place: string, limit: number): readonly GatedField[] {
  return openers().filter((opener) => opener.above === limit && fits(opener.names, place));
}

/**
 * Tests if a place means the names of a rule: the first, unless it is `*`, and the last are the same, the others come in
 * that order. Between them validators put indexes and variants: `tools.0.custom.defer_loading`, and people write
 * `tools.N`. Converse leaves out all but the last, which then must be telling.
 */
function fits(names: readonly string[], place: string): boolean {
  const path = place.split(/[./[\]#]+/).filter((step) => !/^(?:\d*|[A-Zi*])$/.test(step));
  while (['body', 'requests', 'params'].includes(path[0] as string)) path.shift();
  const last = names.at(-1) as string;
  if (path.length < 2)
    return (
      path.length === 0 || path[0] === (last.includes('_') ? last : names.length === 1 && last)
    );
  let next = names[0] === '*' ? 1 : 0;
  for (const step of path) if (step === names[next]) next++;
  return (
    (names[0] === '*' || path[0] === names[0]) && path.at(-1) === last && next === names.length
  );
}

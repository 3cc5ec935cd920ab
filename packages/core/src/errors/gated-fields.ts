/**
 * Maps a place in the body, as an error names it, to the betas that it needs by the rules of the
 * catalog.
 */
import { defaultCatalog } from '../catalog/catalog.ts';
import type { KnownBeta, KnownFeature, Rule } from '../catalog/types.ts';
import { isStep, MASKED } from './masks.ts';

/** A place that belongs to a beta, in the form in which errors name it. */
export interface GatedField {
  /**
   * The names in the path, without lists. For a rule about `type`, the path ends at the object that
   * has the type.
   */
  readonly names: readonly string[];
  /** The values that the rule is about. */
  readonly values?: readonly unknown[] | undefined;
  readonly isTag: boolean;
  readonly above?: number | undefined;
  readonly feature: KnownFeature;
  /** The betas that satisfy the rule, the default first. */
  readonly betas: readonly string[];
  /** The place needs the header. Otherwise it only belongs to the feature. */
  readonly isNeeded: boolean;
  /** The rule, for its other conditions. */
  readonly rule: Rule;
}

/**
 * Places that `uses` cannot express: a variant that only validators name, and the fact that without
 * the beta the container was a plain name.
 */
const LEGACY_RULES: readonly { readonly rule: Rule; readonly beta: string }[] = [
  { rule: { at: '*.cache_control.ephemeral.ttl' }, beta: 'extended-cache-ttl-2025-04-11' },
];

/**
 * Features whose errors no header can fix: a block that does not accept `cache_control`, a role or
 * a mode of thinking that the model does not have, a field that token counting does not have.
 */
const NOT_FIXABLE: ReadonlySet<string> = new Set([
  'prompt-caching',
  'mid-conversation-system',
  'adaptive-thinking',
  'token-counting',
]);

let all: readonly GatedField[] | undefined;

function listGatedFields(): readonly GatedField[] {
  all ??= [...defaultCatalog.features.values()].flatMap(listFieldsOfFeature);
  return all;
}

function listFieldsOfFeature(feature: KnownFeature): GatedField[] {
  const { uses, betas, default: main } = feature;
  if (NOT_FIXABLE.has(feature.name)) return [];
  const needed = betas.flatMap(({ requires }) =>
    requires.flatMap((rule) => toGatedField(feature, rule, rule.choices, true)),
  );
  const own = betas.map(({ id }) => id);
  const legacy = LEGACY_RULES.filter(({ beta }) => own.includes(beta)).map(({ rule }) => rule);
  return [
    ...needed,
    ...(main
      ? [...uses, ...legacy].flatMap((rule) => toGatedField(feature, rule, [main], false))
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

/**
 * Finds the fields at a place, for a rule about their presence. The place itself comes before one
 * further down with the same end.
 */
export function findFieldsByPath(place: string): readonly GatedField[] {
  const found = listGatedFields().filter(
    (field) => isAboutPresence(field) && field.above === undefined && matchesField(field, place),
  );
  return found.sort((a, b) => a.names.length - b.names.length || rankField(a) - rankField(b));
}

/**
 * Tests if a rule is about the presence of a field. A switch that is on counts, because a server
 * that does not know the field does not know its value either.
 */
const isAboutPresence = ({ values }: GatedField): boolean =>
  values === undefined || values.every((value) => value === true);

/** Ranks a rule. If the error shows only the place, a rule with more conditions comes last. */
const rankField = ({ rule }: GatedField): number =>
  rule.unless || rule.where || rule.model ? 1 : 0;

const MASKED_END = new RegExp(`(?:^|[.[/#])${MASKED}\\]?$`);

/**
 * Finds the fields for an element of that `type`. A tag that contains a beta's name,
 * `web_fetch_20250910`, means that beta.
 */
export function findFieldsByTag(tag: string, place: string): readonly GatedField[] {
  const beta = findBetaOfTag(tag);
  // The masked end of the place is the index of the element.
  const list = place.replace(MASKED_END, '');
  const found = listGatedFields()
    .filter(
      (field) => field.isTag && field.values?.includes(tag) && matchesPlace(field.names, list),
    )
    .map((field) => {
      const isOwn = beta !== undefined && beta.feature === field.feature && !field.isNeeded;
      return isOwn ? { ...field, betas: [beta.id] } : field;
    });
  if (found.length > 0 || !beta || !matchesPlace(['tools'], list)) return found;
  return toGatedField(beta.feature, { at: 'tools[].type', is: tag }, [beta.id], false);
}

function findBetaOfTag(tag: string): KnownBeta | undefined {
  const [, name, year, month, day] = /^([a-z_]+)_(\d{4})(\d\d)(\d\d)$/.exec(tag) ?? [];
  return defaultCatalog.betas.get(`${name?.replaceAll('_', '-')}-${year}-${month}-${day}`);
}

/** Finds the fields for certain values at a place. */
export function findFieldsByValue(place: string): readonly GatedField[] {
  return listGatedFields().filter(
    (field) => field.values && !field.isTag && matchesField(field, place),
  );
}

/** Finds the fields for numbers above a limit. */
export function findFieldsByLimit(place: string, limit: number): readonly GatedField[] {
  return listGatedFields().filter((field) => field.above === limit && matchesField(field, place));
}

/**
 * Tests if a place is a field. If its beginning is masked, the name must be distinctive, and no
 * top-level name, which has nothing before it.
 */
function matchesField({ names }: GatedField, place: string): boolean {
  const isHidden = place.split(/[./[#]/, 1)[0] === MASKED;
  if (isHidden && (names.length === 1 || !names.at(-1)?.includes('_'))) return false;
  return matchesPlace(names, place);
}

/**
 * Tests if a place matches the names of a rule: the first name, unless it is `*`, and the last name
 * are the same, and the others follow in that order. Validators insert indexes and variants between
 * them, `tools.0.custom.defer_loading`, and people write `tools.N`. Converse names only the last
 * step, which then must be distinctive. A masked step is any name, but the last name has to be
 * there.
 */
function matchesPlace(names: readonly string[], place: string): boolean {
  const path = place.split(/[./[\]#]+/).filter((step) => !/^(?:\d*|[A-Zi*])$/.test(step));
  while (['body', 'requests', 'params'].includes(path[0] as string)) path.shift();
  const last = names.at(-1) as string;
  if (path.length < 2)
    return (
      path.length === 0 || path[0] === (last.includes('_') ? last : names.length === 1 && last)
    );
  let next = names[0] === '*' ? 1 : 0;
  for (const step of path) if (isStep(step, names[next])) next++;
  return (
    (names[0] === '*' || isStep(path[0], names[0])) && path.at(-1) === last && next >= names.length
  );
}

/**
 * Judges a small request by data.json alone: a third reading, which shares only the data with the
 * engine and the oracle. It is simpler than they are: one set of params, no header of the caller, a
 * model's id.
 */
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogCondition,
  CatalogFeature,
  CatalogRule,
  CatalogUse,
  Platform,
} from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import { TODAY } from './faults.ts';

/** A request without a header. */
export interface Small {
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly model: string;
  /** Params of the body, or of the query. */
  readonly params: object;
}

type Verdict = 'works' | 'refused' | 'unverified';
const worst = (verdicts: readonly Verdict[]): Verdict =>
  verdicts.includes('refused')
    ? 'refused'
    : verdicts.includes('unverified')
      ? 'unverified'
      : 'works';

/** A value in the params with its path, `tools[].type`, and its place. */
interface Leaf {
  readonly form: string;
  readonly place: string;
  readonly value: unknown;
}

function flatten(value: unknown, form = '', place = ''): Leaf[] {
  const self = { form, place, value };
  if (Array.isArray(value))
    return [self, ...value.flatMap((one, i) => flatten(one, `${form}[]`, `${place}/${i}`))];
  if (typeof value !== 'object' || value === null) return [self];
  const inner = Object.entries(value).flatMap(([name, one]) =>
    flatten(one, form === '' ? name : `${form}.${name}`, `${place}/${name}`),
  );
  return [self, ...inner];
}

const quote = (text: string): string => text.replace(/[.[\]$^+?(){}|\\]/g, '\\$&');

function compileForm(at: string): RegExp {
  const nested = quote(at).replaceAll('\\.**', '(?:\\.content|\\.source|\\[\\])*');
  return new RegExp(`^${nested}$`);
}

function isAt(pattern: string, { method, path }: Small): boolean {
  const [verb = '', route = ''] = pattern.split(' ');
  if (verb !== '*' && verb !== method) return false;
  const form = route.replace(/\/\*\*$/, '(?:/.*)?').replace(/\{[^}]+\}/g, '[^/]+');
  return new RegExp(`^${form}$`).test(path);
}

const MESSAGES = ['/v1/messages', '/v1/messages/count_tokens'];

/**
 * Finds the places in the params that meet a condition; one empty place if the endpoint meets it.
 */
function findPlaces(
  rule: CatalogRule | CatalogUse | CatalogCondition,
  small: Small,
  removed: readonly string[] = [],
): Leaf[] {
  const isHere = rule.endpoint
    ? rule.endpoint.some((pattern) => isAt(pattern, small))
    : MESSAGES.includes(small.path);
  if (!isHere || (rule.platform && !rule.platform.includes(small.platform))) return [];
  if (rule.model && !rule.model.includes(small.model)) return [];
  if ('unless' in rule && rule.unless && findPlaces(rule.unless, small).length > 0) return [];
  if (rule.at === undefined) return [{ form: '', place: '', value: '' }];
  const form = compileForm(rule.at);
  return flatten(small.params).filter(
    (leaf) => form.test(leaf.form) && !removed.includes(leaf.place) && passes(leaf, rule, small),
  );
}

function passes({ value, place }: Leaf, rule: CatalogCondition, { params }: Small): boolean {
  if (value === null || value === undefined) return false;
  // The object with the last name: an element of a list has the index after it.
  const holder = place.replace(/(?:\/\d+)*$/, '').replace(/\/[^/]*$/, '');
  const siblings = Object.entries(rule.where ?? {}).every(([name, wanted]) =>
    flatten(params).some((leaf) => leaf.place === `${holder}/${name}` && leaf.value === wanted),
  );
  if (!siblings) return false;
  if (rule.is !== undefined) return value === rule.is;
  if (rule.in) return (rule.in as readonly unknown[]).includes(value);
  if (rule.above !== undefined) return typeof value === 'number' && value > rule.above;
  return !rule.nonEmpty || Object.keys(value as object).length > 0;
}

/**
 * Finds the status of the first claim that applies; unknown if sources dispute it, or if an earlier
 * claim about other models has another status and the manifest does not have the model.
 */
function findStatus(
  claims: readonly (CatalogAcceptance | CatalogAvailability)[],
  small: Small,
  shape?: string,
): string {
  const isListed = catalog.models.some(({ id }) => id === small.model);
  const possible = claims.filter(
    (claim) =>
      (claim.until === undefined || claim.until >= TODAY) &&
      (!isListed || !claim.models || claim.models.includes(small.model)) &&
      (!claim.endpoint || claim.endpoint.some((pattern) => isAt(pattern, small))) &&
      (!('shape' in claim) || !claim.shape || claim.shape.includes(shape ?? '')),
  );
  const certain = possible.findIndex((claim) => isListed || !claim.models);
  const words = possible
    .slice(0, certain + 1)
    .map(({ disputed, status }) => (disputed ? 'unknown' : status));
  return new Set(words).size === 1 ? (words[0] as string) : 'unknown';
}

/**
 * Lists the forms in which a feature is used. The absence of a form counts only if no rule names
 * one.
 */
function listShapes(
  { uses }: CatalogFeature,
  small: Small,
  removed: readonly string[],
): (string | undefined)[] {
  const found = uses.flatMap((use) =>
    findPlaces(use, small, removed).map(({ place, value }) => {
      const byValue = use.is !== undefined || use.in ? String(value) : undefined;
      return { place, shape: use.shape ?? byValue };
    }),
  );
  const named = found.filter(({ shape }) => shape !== undefined).map(({ place }) => place);
  return found
    .filter(({ shape, place }) => shape !== undefined || !named.includes(place))
    .map(({ shape }) => shape);
}

/** Judges the use of a feature outside of what is removed; `gone` if the plan removes it. */
function judgeFeature(
  feature: CatalogFeature,
  small: Small,
  removed: readonly string[] = [],
): Verdict | 'gone' | undefined {
  const shapes = listShapes(feature, small, removed);
  if (shapes.length === 0) return undefined;
  const claims = feature.availability[small.platform] ?? [];
  const statuses = shapes.map((shape) => findStatus(claims, small, shape));
  const isReplaced = feature.substitutes.some(
    ({ on, when, unless }) =>
      on.includes(small.platform) &&
      findPlaces(when, small).length > 0 &&
      !(unless && findPlaces(unless, small).length > 0),
  );
  if (isReplaced) return 'gone';
  const hasBody = !/^(GET|DELETE)$/.test(small.method);
  if (statuses.includes('unavailable'))
    return feature.removal === 'safe' && hasBody ? 'gone' : 'refused';
  return statuses.includes('unknown') ? 'unverified' : 'works';
}

const getBeta = (id: string): CatalogBeta => catalog.betas.find((beta) => beta.id === id) as never;

/** Finds the beta that is sent for a need, and judges it. */
function judgeNeed(choices: readonly string[], small: Small, used: readonly string[]): Verdict {
  const statuses = choices.map((id) => {
    const { acceptance, stage } = getBeta(id);
    const claims = acceptance[small.platform] ?? [];
    const status = findStatus(claims, small);
    if (status !== 'rejected') return stage === 'internal' ? 'accepted' : status;
    const instead = claims.flatMap((claim) => claim.instead ?? []);
    const wanted = instead.find((entry) => used.includes(entry.for));
    return wanted
      ? findStatus(getBeta(wanted.send).acceptance[small.platform] ?? [], small)
      : status;
  });
  if (statuses.some((status) => status === 'accepted' || status === 'ignored')) return 'works';
  return statuses.includes('unknown') ? 'unverified' : 'refused';
}

/** Judges every need of the features that stay. */
function judgeNeeds(small: Small, gone: readonly string[], used: readonly string[]): Verdict {
  const needs = catalog.betas
    .filter(({ feature }) => !gone.includes(feature))
    .flatMap(({ id, requires }) =>
      requires
        .filter((rule) => findPlaces(rule, small).length > 0)
        .map(({ choice = [id] }) => choice),
    );
  const sole = needs.flatMap((choices) => (choices.length === 1 ? choices : []));
  const open = needs.filter(
    (choices) => choices.length === 1 || !choices.some((id) => sole.includes(id)),
  );
  return worst(open.map((choices) => judgeNeed(choices, small, used)));
}

/** Judges the constraints without betas, which refuse a request whatever its header is. */
function judgeConstraints(small: Small): Verdict {
  if (meetsConstraint(small)) return 'refused';
  // A model that the manifest does not have may be like any of the others.
  const isListed = catalog.models.some(({ id }) => id === small.model);
  const others = isListed ? [] : catalog.models.map(({ id }) => id);
  return others.some((model) => meetsConstraint({ ...small, model })) ? 'unverified' : 'works';
}

function meetsConstraint(small: Small): boolean {
  return catalog.features.some(({ constraints }) =>
    constraints.some(
      ({ all, outcome }) =>
        outcome === 400 &&
        all.every((part) => {
          if ('beta' in part) return false;
          if ('absent' in part) return findPlaces(part.absent, small).length === 0;
          return findPlaces(part, small).length > 0;
        }),
    ),
  );
}

function judgeEndpoint(small: Small): Verdict {
  const { endpoints = [] } = catalog.platforms.find(({ id }) => id === small.platform) ?? {};
  const claim = endpoints.find(
    ({ endpoint }) => !endpoint || endpoint.some((pattern) => isAt(pattern, small)),
  );
  if (claim?.status === 'available') return 'works';
  return claim?.status === 'unavailable' ? 'refused' : 'unverified';
}

/** Judges a small request by the data alone. */
export function judgeByData(small: Small): Verdict {
  const found = catalog.features.flatMap((feature) => {
    const verdict = judgeFeature(feature, small);
    return verdict === undefined ? [] : [{ name: feature.name, verdict }];
  });
  const gone = found.filter(({ verdict }) => verdict === 'gone').map(({ name }) => name);
  const isGone = ({ name }: CatalogFeature): boolean => gone.includes(name);
  const removed = catalog.features
    .filter(isGone)
    .flatMap(({ uses }) => uses.flatMap((use) => findPlaces(use, small)))
    .map(({ place }) => place)
    .filter((place) => place !== '');
  const stays = catalog.features
    .filter((feature) => !isGone(feature))
    .map((feature) => judgeFeature(feature, small, removed))
    .filter((verdict) => verdict !== undefined && verdict !== 'gone');
  const used = found.map(({ name }) => name);
  return worst([
    judgeEndpoint(small),
    judgeConstraints(small),
    judgeNeeds(small, gone, used),
    ...stays,
  ]);
}

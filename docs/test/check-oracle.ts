/**
 * Expected answers, read from `packages/manifest/data.json` alone, by a small reading of its own:
 * the first claim that fits, the betas that rules require, and the combinations that are refused.
 * The rules are those of the manifest's README, in "Claims" and "The plan".
 */
import { readFileSync } from 'node:fs';
import type { Answer } from '../src/lib/checker/answer.ts';

interface Rule {
  readonly at?: string;
  readonly is?: unknown;
  readonly in?: readonly unknown[];
  readonly nonEmpty?: boolean;
  readonly above?: number;
  readonly where?: Readonly<Record<string, unknown>>;
  readonly unless?: Rule;
  readonly endpoint?: readonly string[];
  readonly model?: readonly string[];
  readonly platform?: readonly string[];
  readonly shape?: string;
  readonly choice?: readonly string[];
}
interface Claim {
  readonly status: string;
  readonly confidence?: string;
  readonly disputed?: object;
  readonly models?: readonly string[];
  readonly endpoint?: readonly string[];
  readonly shape?: readonly string[];
  readonly until?: string;
  readonly instead?: readonly { readonly for: string; readonly send: string }[];
}
type Claims = Readonly<Record<string, readonly Claim[]>>;
type Part = Rule & { readonly absent?: Rule; readonly beta?: string };
export interface Feature {
  readonly name: string;
  readonly removal: string;
  readonly uses: readonly Rule[];
  readonly availability: Claims;
  readonly constraints: readonly { readonly all: readonly Part[]; readonly outcome: unknown }[];
  readonly substitutes: readonly { readonly on: readonly string[]; readonly when: Rule }[];
}
interface Beta {
  readonly id: string;
  readonly feature: string;
  readonly stage: string;
  readonly requires: readonly Rule[];
  readonly selectsAt: readonly string[];
  readonly acceptance: Claims;
}
interface Data {
  readonly features: readonly Feature[];
  readonly betas: readonly Beta[];
  readonly platforms: readonly {
    readonly id: string;
    readonly operator: string;
    readonly endpoints: readonly Claim[];
  }[];
}

export const data: Data = JSON.parse(
  readFileSync(new URL('../../packages/manifest/data.json', import.meta.url), 'utf8'),
);

/** A request as the Claude API takes it. */
export interface RequestCase {
  readonly method: string;
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists the values at a path, each with the object that has it. */
function find(root: unknown, at: string): { value: unknown; owner: Record<string, unknown> }[] {
  let found: { value: unknown; owner: Record<string, unknown> }[] = [{ value: root, owner: {} }];
  for (const part of at.split('.')) {
    if (part === '**') {
      const nested = (value: unknown): unknown[] =>
        Array.isArray(value)
          ? value.flatMap(nested)
          : isObject(value)
            ? [value, ...nested(value['content']), ...nested(value['source'])]
            : [];
      found = found.flatMap(({ value }) => nested(value).map((one) => ({ value: one, owner: {} })));
      continue;
    }
    const name = part.replaceAll('[]', '');
    found = found.flatMap(({ value }) =>
      isObject(value) && Object.hasOwn(value, name) ? [{ value: value[name], owner: value }] : [],
    );
    for (const _ of part.match(/\[\]/g) ?? [])
      found = found.flatMap(({ value, owner }) =>
        Array.isArray(value) ? value.map((one: unknown) => ({ value: one, owner })) : [],
      );
  }
  return found;
}

const matchesEndpoint = (pattern: string, { method, path }: RequestCase): boolean => {
  const [verb, form = ''] = pattern.split(' ');
  const source = form.replaceAll(/\{[^}]*\}/g, '[^/]+').replace(/\/\*\*$/, '(?:/.*)?');
  return (verb === '*' || verb === method) && new RegExp(`^${source}$`).test(path);
};

/** The message params: the body, or those of the first item of a batch. */
const paramsOf = ({ path, body }: RequestCase): unknown =>
  path === '/v1/messages/batches' ? find(body, 'requests[].params')[0]?.value : body;

const modelOf = (request: RequestCase): string | undefined =>
  (paramsOf(request) as { model?: string } | undefined)?.model;

/** Tests if a request meets a rule. */
export function meets(rule: Rule, request: RequestCase, platform: string): boolean {
  const { at, endpoint, model, platform: only, unless } = rule;
  if (endpoint && !endpoint.some((one) => matchesEndpoint(one, request))) return false;
  if (!endpoint && at !== undefined && !request.path.startsWith('/v1/messages')) return false;
  if (model && !model.includes(modelOf(request) ?? '')) return false;
  if (only && !only.includes(platform)) return false;
  if (unless && meets(unless, request, platform)) return false;
  if (at === undefined) return true;
  return find(paramsOf(request), at).some(({ value, owner }) => {
    if (value === null) return false;
    if (rule.where && Object.entries(rule.where).some(([key, one]) => owner[key] !== one))
      return false;
    if (rule.is !== undefined) return value === rule.is;
    if (rule.in) return rule.in.includes(value);
    if (rule.nonEmpty) return Array.isArray(value) && value.length > 0;
    return rule.above === undefined || (typeof value === 'number' && value > rule.above);
  });
}

/** A form is named by the rule, or is the value that the rule tests for. */
function listShapes(
  { shape, at = '', is, in: list }: Rule,
  request: RequestCase,
): (string | undefined)[] {
  if (shape !== undefined || (is === undefined && !list)) return [shape];
  const values = find(paramsOf(request), at).map(({ value }) => value);
  return values.filter((value) => value === is || list?.includes(value)).map(String);
}

/** Sources contradict each other. */
const isDisputed = ({ disputed }: Claim): boolean => disputed !== undefined;

/** Finds the first claim that fits. A claim about a model fits no request without one. */
function claimFor(
  claims: readonly Claim[] = [],
  request: RequestCase,
  today: string,
  shapes: readonly (string | undefined)[] = [],
): Claim | undefined {
  return claims.find(
    ({ models, endpoint, shape, until }) =>
      (!models || models.includes(modelOf(request) ?? '')) &&
      (!endpoint || endpoint.some((one) => matchesEndpoint(one, request))) &&
      (!shape || shapes.some((one) => one !== undefined && shape.includes(one))) &&
      (until === undefined || today <= until),
  );
}

type Fact = 'works' | 'changed' | 'refused' | 'unverified';
const sum = (facts: readonly Fact[]): Answer =>
  (['refused', 'unverified', 'changed'] as const).find((one) => facts.includes(one)) ?? 'works';

/** The answer that the data gives for a request without a header. */
export function expectAnswer(request: RequestCase, platform: string, today: string): Answer {
  const facts: Fact[] = [];
  const own = data.platforms.find(({ id }) => id === platform);
  const endpoint = claimFor(own?.endpoints, request, today)?.status;
  if (endpoint === 'unavailable') facts.push('refused');
  if (endpoint === 'unknown') facts.push('unverified');
  for (const feature of data.features)
    facts.push(...readFeature(feature, request, platform, today));
  return sum(facts);
}

function readFeature(
  feature: Feature,
  request: RequestCase,
  platform: string,
  today: string,
): Fact[] {
  const { name, uses, availability, removal, constraints, substitutes } = feature;
  const all = uses.filter((rule) => meets(rule, request, platform));
  // A test says more about a place than a rule without one.
  const isTest = ({ is, in: list }: Rule): boolean => is !== undefined || list !== undefined;
  const met = all.filter(
    (rule) => isTest(rule) || !all.some((one) => one.at === rule.at && isTest(one)),
  );
  const facts: Fact[] = constraints
    .filter(({ all, outcome }) => outcome === 400 && all.every(isMet))
    .map(() => 'refused');
  function isMet({ absent, beta, ...rule }: Part): boolean {
    if (beta !== undefined) return false;
    return absent ? !meets(absent, request, platform) : meets(rule, request, platform);
  }
  const needs = data.betas
    .filter((beta) => beta.feature === name)
    .flatMap(
      ({ requires }) => requires.filter((rule) => meets(rule, request, platform)).length > 0,
    );
  if (met.length === 0 && !needs.includes(true)) return facts;
  // Each form that the request uses has a claim of its own.
  const shapes = [...new Set(met.flatMap((rule) => listShapes(rule, request)))];
  const claims = (shapes.length > 0 ? shapes : [undefined]).map((shape) =>
    claimFor(availability[platform], request, today, [shape]),
  );
  for (const claim of met.length > 0 ? claims : []) {
    const isReplaced = substitutes.some(
      ({ on, when }) => on.includes(platform) && meets(when, request, platform),
    );
    const status = claim && isDisputed(claim) && !isReplaced ? 'unknown' : claim?.status;
    if (status === 'unavailable')
      facts.push(isReplaced || removal === 'safe' ? 'changed' : 'refused');
    else if (status === 'unknown' || status === undefined) facts.push('unverified');
  }
  if (claims.some((claim) => claim?.status === 'unavailable')) return facts;
  return [...facts, ...readNeeds(name, request, platform, today)];
}

/** The facts about the betas that a feature requires. */
function readNeeds(feature: string, request: RequestCase, platform: string, today: string): Fact[] {
  return data.betas
    .filter((beta) => beta.feature === feature)
    .flatMap((beta) =>
      beta.requires
        .filter((rule) => meets(rule, request, platform))
        .map(({ choice }): Fact => {
          const ids = choice ?? [beta.id];
          const statuses = ids.map((id) => readAcceptance(id, feature, request, platform, today));
          if (statuses.includes('accepted')) return 'changed';
          return statuses.includes('unknown') ? 'unverified' : 'refused';
        }),
    );
}

function readAcceptance(
  id: string,
  feature: string,
  request: RequestCase,
  platform: string,
  today: string,
): 'accepted' | 'unknown' | 'rejected' {
  const beta = data.betas.find((one) => one.id === id);
  const claim = claimFor(beta?.acceptance[platform], request, today);
  if (claim?.instead?.some((one) => one.for === feature)) return 'accepted';
  if (!claim || claim.status === 'unknown' || isDisputed(claim)) return 'unknown';
  return claim.status === 'rejected' ? 'rejected' : 'accepted';
}

const HEADER_ONLY: RequestCase = { method: 'POST', path: '/v1/messages' };

/**
 * The answer that the data gives for one value alone, in the header of a message. It follows from
 * the status that the claim states, and from its certainty: a claim is certain if no sources
 * contradict it and no claim about some models has another status, because the list names no model.
 *
 * | the claim | the value | the answer |
 * |---|---|---|
 * | `accepted` or `ignored` | sent | works if certain, else unverified |
 * | `rejected`, certain | dropped | changed |
 * | other; it does nothing, and the platform is not Anthropic's | dropped | changed |
 * | other | sent | unverified |
 *
 * So a dispute drops no value that a claim calls accepted, and a superseded value of unknown
 * acceptance is sent like any other. A value does nothing if its stage is `graduated` or `retired`.
 * One of the stage `legacy-shape` is dropped everywhere, except where it selects a shape. A marker
 * of official clients (`internal`) that is sent works, because the answer does not count it.
 */
export function expectHeader(
  { stage, acceptance, selectsAt }: Pick<Beta, 'stage' | 'acceptance' | 'selectsAt'>,
  platform: string,
  today: string,
): Answer {
  const claims = acceptance[platform] ?? [];
  const claim = claimFor(claims, HEADER_ONLY, today);
  const isCertain =
    claim !== undefined &&
    !isDisputed(claim) &&
    claims.every(({ models, status }) => !models || status === claim.status);
  const isTaken = claim?.status === 'accepted' || claim?.status === 'ignored';
  const isAnthropic = data.platforms.find(({ id }) => id === platform)?.operator === 'anthropic';
  const doesNothing = stage === 'graduated' || stage === 'retired';
  if (claim?.status === 'rejected' && isCertain) return 'changed';
  if (stage === 'legacy-shape' && !selectsAt.includes('POST /v1/messages')) return 'changed';
  if (doesNothing && !isTaken && !isAnthropic) return 'changed';
  if (stage === 'internal') return 'works';
  return isTaken && isCertain ? 'works' : 'unverified';
}

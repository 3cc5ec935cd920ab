/** Answers for one platform: is the value sent there, and in which part of the request? */
import type {
  Catalog,
  CatalogAcceptance,
  CatalogAvailability,
  CatalogBeta,
  CatalogPlatform,
  CatalogRule,
} from '@beta-headers/manifest';

/**
 * `send`: the feature is there and needs the value. `instead`: another value is sent in its place.
 * `no-header`: the feature is there and needs none. `refused`: the feature would need the value,
 * and the platform refuses it. `leave-out`: the value is of no use, and nothing is known about the
 * feature. The others are about the feature: it does nothing there, is absent, or is not known.
 */
export const ANSWERS = [
  'send',
  'instead',
  'no-header',
  'refused',
  'leave-out',
  'no-effect',
  'unavailable',
  'unknown',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** The conditions that may limit a claim. */
export const LIMITS = ['models', 'forms', 'endpoints'] as const;
export type Limit = (typeof LIMITS)[number];

/** A value to send, and the feature that it is for where the platform has several. */
export interface SentValue {
  readonly value: string;
  readonly for?: string;
}

export interface PlatformAnswer {
  readonly platform: string;
  readonly answer: Answer;
  readonly wire: CatalogPlatform['wire'];
  /** The header, or the path of the list in the body. */
  readonly field: string;
  /** The values to send there. Empty if none is. */
  readonly send: readonly SentValue[];
  /** The platform answers this value with an error. */
  readonly rejects: boolean;
  /** The answer holds for some of these only. */
  readonly limitedBy: readonly Limit[];
  /** The models to which the need for the value is limited. */
  readonly models: readonly string[];
  /** Sources contradict each other about the answer. */
  readonly disputed: boolean;
}

/** The part of a request that carries the betas, by wire form. */
export const FIELDS: Readonly<Record<CatalogPlatform['wire'], string>> = {
  header: 'anthropic-beta',
  body: 'anthropic_beta',
  converse: 'additionalModelRequestFields.anthropic_beta',
};

interface Answered {
  readonly answer: Answer;
  readonly send?: readonly SentValue[];
  /** The rule that decided, and the claims about the form that it describes. */
  readonly rule?: CatalogRule;
  readonly claims?: readonly CatalogAvailability[];
}

/** Answers for every platform, in the order of the Catalog. */
export const answerPlatforms = (catalog: Catalog, beta: CatalogBeta): PlatformAnswer[] =>
  catalog.platforms.map((platform) => answerPlatform(catalog, beta, platform));

function answerPlatform(
  catalog: Catalog,
  beta: CatalogBeta,
  { id, wire }: CatalogPlatform,
): PlatformAnswer {
  const all = catalog.features.find(({ name }) => name === beta.feature)?.availability[id] ?? [];
  const acceptance = beta.acceptance[id] ?? [];
  const { answer, send = [], rule, claims = all } = decide(catalog, beta, id, all);
  const models = rule?.model ?? [];
  const deciding = answer === 'send' ? [claims.filter(isAvailable), acceptance] : [claims];
  return {
    platform: id,
    answer,
    wire,
    field: FIELDS[wire],
    send,
    rejects: isRefused(acceptance),
    limitedBy: [
      ...new Set([...findLimits(claims), ...(answer === 'send' ? findLimits(acceptance) : [])]),
    ],
    models,
    disputed: deciding.some((list) => list.length > 0 && list.every(({ disputed }) => disputed)),
  };
}

function decide(
  catalog: Catalog,
  beta: CatalogBeta,
  platform: string,
  claims: readonly CatalogAvailability[],
): Answered {
  const status = sumUp(claims);
  const acceptance = beta.acceptance[platform] ?? [];
  const others = acceptance
    .flatMap(({ instead }) => instead ?? [])
    .filter(({ send }) => isWanted(catalog, send, platform))
    .map((one): SentValue => ({ value: one.send, for: one.for }));
  const isElsewhere = others.some((other) => other.for !== beta.feature);
  if (others.length > 0 && (status !== 'unavailable' || isElsewhere))
    return { answer: 'instead', send: others };
  if (status === 'unavailable' || status === 'no-effect') return { answer: status };
  const successor = findTaken(catalog, listSuccessors(catalog, beta).reverse(), platform);
  // A platform that takes the newer value may still lack the feature.
  if (successor && status === 'unknown') return { answer: 'unknown' };
  if (successor) return { answer: 'instead', send: [{ value: successor }] };
  const answers = listNeeds(catalog, beta, platform).map((rule) =>
    answerRule(catalog, beta, platform, rule, selectClaims(claims, rule)),
  );
  return (
    answers.find(({ answer }) => answer === 'send') ??
    answers[0] ??
    answerWithout(catalog, beta, status, acceptance)
  );
}

/** Answers for the requests that one rule describes. */
function answerRule(
  catalog: Catalog,
  beta: CatalogBeta,
  platform: string,
  rule: CatalogRule,
  claims: readonly CatalogAvailability[],
): Answered {
  const status = sumUp(claims);
  const acceptance = beta.acceptance[platform] ?? [];
  const answer = (answer: Answer, ...values: string[]): Answered => ({
    answer,
    rule,
    claims,
    send: values.map((value) => ({ value })),
  });
  if (status === 'unavailable' || status === 'no-effect') return answer(status);
  if (acceptance.some(isTaken))
    return status === 'available' ? answer('send', beta.id) : answer('unknown');
  const choice = findTaken(catalog, rule.choice ?? [], platform);
  if (choice) return answer('instead', choice);
  return answer(isRefused(acceptance) ? 'refused' : 'unknown');
}

/** Answers where no rule needs the value. */
function answerWithout(
  catalog: Catalog,
  beta: CatalogBeta,
  status: CatalogAvailability['status'],
  acceptance: readonly CatalogAcceptance[],
): Answered {
  if (status === 'available') {
    if (worksWithout(catalog, beta)) return { answer: 'no-header' };
    const only = catalog.features.find(({ name }) => name === beta.feature)?.models?.only;
    // An ended value was made for these models alone, and a platform may still have them.
    if (acceptance.some(isTaken) && (only || beta.stage === 'internal'))
      return { answer: 'send', send: [{ value: beta.id }], rule: only ? { model: only } : {} };
    return { answer: isRefused(acceptance) ? 'refused' : 'unknown' };
  }
  if (beta.stage === 'beta' || beta.stage === 'preview' || beta.stage === 'superseded')
    return { answer: 'unknown' };
  return { answer: isRefused(acceptance) ? 'refused' : 'leave-out' };
}

/**
 * Tests if a feature works without a value that no rule of the platform needs. The end of a
 * beta alone does not show it, and the rules of a client's own value hold although people do not
 * send it: a value of the feature must have become unnecessary.
 */
const worksWithout = (catalog: Catalog, { feature, stage, requires }: CatalogBeta): boolean =>
  stage === 'beta' ||
  stage === 'preview' ||
  (stage === 'internal' && requires.length === 0) ||
  catalog.betas.some(
    (other) =>
      other.feature === feature && (other.stage === 'graduated' || other.stage === 'legacy-shape'),
  );

/** Finds the conditions of claims that differ in their status. */
function findLimits(claims: readonly (CatalogAvailability | CatalogAcceptance)[]): Limit[] {
  if (new Set(claims.map(({ status }) => status)).size < 2) return [];
  return claims.flatMap((claim): Limit[] => [
    ...(claim.models ? (['models'] as const) : []),
    ...('shape' in claim && claim.shape ? (['forms'] as const) : []),
    ...(claim.endpoint ? (['endpoints'] as const) : []),
  ]);
}

const isAvailable = ({ status }: CatalogAvailability): boolean => status === 'available';
const isTaken = ({ status }: CatalogAcceptance): boolean =>
  status === 'accepted' || status === 'ignored';
const isRefused = (acceptance: readonly CatalogAcceptance[]): boolean =>
  acceptance.length > 0 && acceptance.every(({ status }) => status === 'rejected');

/**
 * Sums up the claims about a feature. Available under some condition counts as available; else the
 * last claim decides, because it is the one that holds otherwise.
 */
const sumUp = (claims: readonly CatalogAvailability[]): CatalogAvailability['status'] =>
  claims.some(isAvailable) ? 'available' : (claims.at(-1)?.status ?? 'unknown');

/** Tests if something needs a value on a platform that is known to take it. */
function isWanted(catalog: Catalog, id: string, platform: string): boolean {
  const beta = catalog.betas.find((one) => one.id === id);
  if (!beta?.acceptance[platform]?.some(isTaken)) return false;
  return listNeeds(catalog, beta, platform).length > 0;
}

/** Selects the claims about the form of the request that a rule describes. */
function selectClaims(
  claims: readonly CatalogAvailability[],
  { shape, is, in: oneOf }: CatalogRule,
): readonly CatalogAvailability[] {
  const forms = [shape, is, ...(oneOf ?? [])];
  return claims.filter((claim) => !claim.shape || claim.shape.some((form) => forms.includes(form)));
}

/**
 * Lists the rules by which the value is needed on a platform today. A rule of a graduated beta
 * counts only where it names the platform: the others are about an older form of the request.
 * A beta without rules is sent by programs that want its effect, and has one empty rule.
 */
function listNeeds(catalog: Catalog, beta: CatalogBeta, platform: string): readonly CatalogRule[] {
  const isCurrent = beta.stage === 'beta' || beta.stage === 'preview';
  const rules = beta.requires.length > 0 ? beta.requires : listLentRules(catalog, beta);
  if (rules.length === 0) return isCurrent ? [{}] : [];
  return rules.filter((rule) => (rule.platform ? rule.platform.includes(platform) : isCurrent));
}

/** The rules of other betas of the same feature that this value satisfies. */
const listLentRules = (catalog: Catalog, { id, feature, chosenFor }: CatalogBeta): CatalogRule[] =>
  catalog.betas
    .filter((other) => other.feature === feature && chosenFor.includes(other.id))
    .flatMap(({ requires }) => requires.filter(({ choice }) => choice?.includes(id)));

/** Lists the betas that took the place of one, the nearest first. */
export function listSuccessors(catalog: Catalog, beta: CatalogBeta): string[] {
  if (beta.stage !== 'superseded' && beta.stage !== 'retired') return [];
  const found: string[] = [];
  for (let next = beta.supersededBy; next && !found.includes(next); ) {
    found.push(next);
    const id: string = next;
    next = catalog.betas.find((one) => one.id === id)?.supersededBy;
  }
  return found;
}

/** Finds the first of several betas that a platform is known to take. */
const findTaken = (
  catalog: Catalog,
  ids: readonly string[],
  platform: string,
): string | undefined =>
  ids.find((id) => catalog.betas.find((one) => one.id === id)?.acceptance[platform]?.some(isTaken));

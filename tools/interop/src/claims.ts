/** Finds the manifest claims that explain a disagreement between a client and the rules. */
import type { CatalogBeta, CatalogFeature, CatalogRule, Evidence } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import type { BetaPlan, Decision } from '@beta-headers/node';
import type { Recorded } from './recorded.ts';
import { isCovered, SURFACE, usesSurface } from './surface.ts';

/** A place in the manifest and its evidence. */
export interface Claim {
  /** For example `pdfs-2024-09-25: graduated`. */
  readonly where: string;
  readonly evidence: readonly Evidence[];
}

const findBeta = (id: string): CatalogBeta | undefined =>
  catalog.betas.find((beta) => beta.id === id);
const findFeature = (name: string | undefined): CatalogFeature | undefined =>
  catalog.features.find((feature) => feature.name === name);

/** Tests if a rule of `id` accepts `other` instead. */
export const isChoice = (id: string, other: string): boolean =>
  findBeta(id)?.requires.some((rule) => rule.choice?.includes(other)) ?? false;

/** Explains a required beta that the client did not send: the rule, with its beta's evidence. */
export function findMissingClaim(id: string): Claim | undefined {
  const evidence = findBeta(id)?.evidence ?? [];
  return evidence.length > 0 ? { where: `${id}: requires`, evidence } : undefined;
}

/** Explains a beta that the client sent although no rule requires it. */
export function findNeedlessClaim(
  id: string,
  bare: Recorded,
  inferred: BetaPlan,
): Claim | undefined {
  const beta = findBeta(id);
  return (
    beta &&
    (findAcceptanceClaim(beta, bare, 'rejected') ??
      findStageClaim(beta) ??
      findAcceptanceClaim(beta, bare, 'ignored') ??
      findRefusedFeature(beta, bare, inferred) ??
      findHeaderOnlyClaim(beta) ??
      findTextClaim(beta, bare) ??
      findUnmetClaim(beta, bare, inferred))
  );
}

/** Explains a refusal: the claim that the decision is based on. */
export function findRefusalClaim(
  { beta, feature, reason }: Decision,
  bare: Recorded,
): Claim | undefined {
  switch (reason) {
    case 'unavailable':
      return findAvailabilityClaim(findFeature(feature), bare);
    case 'rejected':
      return findAcceptanceClaim(findBeta(beta ?? ''), bare, 'rejected');
    case 'constraint':
    case 'conflict':
      return findConstraintClaim(findFeature(feature));
    case 'endpoint-unavailable':
      return findEndpointClaim(bare);
    default:
      return undefined;
  }
}

/** Finds a claim that the platform rejects or ignores the value, at least with some models. */
function findAcceptanceClaim(
  beta: CatalogBeta | undefined,
  { platform }: Recorded,
  as: 'rejected' | 'ignored',
): Claim | undefined {
  const claim = beta?.acceptance[platform]?.find(({ status }) => status === as);
  return beta && claim && { where: `${beta.id}: acceptance.${platform}`, evidence: claim.evidence };
}

/** Finds the claim that the beta's feature is unavailable, if the plan refuses it. */
function findRefusedFeature(
  beta: CatalogBeta,
  bare: Recorded,
  inferred: BetaPlan,
): Claim | undefined {
  const isRefused = inferred.decisions.some(
    ({ action, feature }) => action === 'refused' && feature === beta.feature,
  );
  return isRefused ? findAvailabilityClaim(findFeature(beta.feature), bare) : undefined;
}

function findAvailabilityClaim(
  feature: CatalogFeature | undefined,
  { platform }: Recorded,
): Claim | undefined {
  const claim = feature?.availability[platform]?.find(({ status }) => status === 'unavailable');
  return (
    feature &&
    claim && { where: `${feature.name}: availability.${platform}`, evidence: claim.evidence }
  );
}

function findConstraintClaim(feature: CatalogFeature | undefined): Claim | undefined {
  const [constraint] = feature?.constraints ?? [];
  return (
    feature &&
    constraint && { where: `${feature.name}: constraints`, evidence: constraint.evidence }
  );
}

function findEndpointClaim({ platform }: Recorded): Claim | undefined {
  const claim = catalog.platforms
    .find(({ id }) => id === platform)
    ?.endpoints.find(({ status }) => status === 'unavailable');
  return claim && { where: `${platform}: endpoints`, evidence: claim.evidence };
}

/**
 * Finds a claim in the beta's stage: the value no longer has an effect, it selects the shape
 * of responses, or official clients send it themselves.
 */
function findStageClaim({
  id,
  stage,
  graduated,
  retired,
  evidence,
}: CatalogBeta): Claim | undefined {
  if (stage === 'graduated' || stage === 'retired')
    return { where: `${id}: ${stage}`, evidence: (graduated ?? retired)?.evidence ?? evidence };
  if (stage === 'legacy-shape')
    return { where: `${id}: selects`, evidence: graduated?.evidence ?? evidence };
  return stage === 'internal' ? { where: `${id}: stage internal`, evidence } : undefined;
}

/** Finds a beta without rules: no request requires it. */
function findHeaderOnlyClaim({ id, requires, evidence }: CatalogBeta): Claim | undefined {
  return requires.length === 0 ? { where: `${id}: no rule, a header alone`, evidence } : undefined;
}

/** Finds a text about the beta or its feature that mentions something the request uses. */
function findTextClaim(beta: CatalogBeta, { body }: Recorded): Claim | undefined {
  const used = new Set(JSON.stringify(body ?? '').match(/[a-z_]+_\d{8}/g));
  const siblings = catalog.betas.filter(
    ({ feature, id }) => feature === beta.feature && id !== beta.id,
  );
  const texts = [beta, ...siblings]
    .flatMap((one) => collectTexts(one, `${one.id}: `))
    .concat(collectTexts(findFeature(beta.feature), `${beta.feature}: `));
  const match = texts.find(({ text }) => [...used].some((literal) => text.includes(literal)));
  if (!match) return undefined;
  return { where: match.where, evidence: match.evidence ? [match.evidence] : beta.evidence };
}

/** A text in the manifest, its place and its citation. */
interface Text {
  readonly where: string;
  readonly text: string;
  readonly evidence: Evidence | undefined;
}

/** Keys with text for readers. A rule that contains a literal is not a text about it. */
const SENTENCES = /[ .](?:title|summary|notes?|selects|says)(?:\.(?:en|id))?$/;

function collectTexts(value: unknown, where: string, evidence?: Evidence): Text[] {
  if (typeof value === 'string')
    return SENTENCES.test(where) ? [{ where, text: value, evidence }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const own = isEvidence(value) ? value : evidence;
  return Object.entries(value).flatMap(([name, inner]) =>
    collectTexts(inner, where.endsWith(' ') ? where + name : `${where}.${name}`, own),
  );
}

const isEvidence = (value: object): value is Evidence =>
  'source' in value && typeof value.source === 'string';

/**
 * Finds a beta whose rules the request does not meet. Applies only if the inferred betas cover
 * every beta parameter that the request uses; otherwise the missing rule may be the beta's own.
 */
function findUnmetClaim(beta: CatalogBeta, bare: Recorded, inferred: BetaPlan): Claim | undefined {
  const isInferred = (id: string): boolean =>
    inferred.decisions.some((decision) => decision.beta === id);
  const rules: CatalogRule[] = catalog.betas.flatMap(({ id, requires }) =>
    requires.filter((rule) => isInferred(id) || rule.choice?.some(isInferred)),
  );
  const uncovered = SURFACE.filter(
    (entry) => usesSurface(bare.body, entry) && !rules.some((rule) => isCovered(entry, rule)),
  );
  return uncovered.length === 0
    ? { where: `${beta.id}: requires, and the request meets none of it`, evidence: beta.evidence }
    : undefined;
}

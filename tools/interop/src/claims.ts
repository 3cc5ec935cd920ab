/** The claims of the manifest that explain why a client and the rules disagree. */
import type { CatalogBeta, CatalogFeature, CatalogRule, Evidence } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import type { BetaPlan, Decision } from '@beta-headers/node';
import type { Recorded } from './recorded.ts';
import { isCovered, SURFACE, usesSurface } from './surface.ts';

/** A place in the manifest, and what it rests on. */
export interface Claim {
  /** `pdfs-2024-09-25: graduated` */
  readonly where: string;
  readonly evidence: readonly Evidence[];
}

const betaOf = (id: string): CatalogBeta | undefined =>
  catalog.betas.find((beta) => beta.id === id);
const featureOf = (name: string | undefined): CatalogFeature | undefined =>
  catalog.features.find((feature) => feature.name === name);

/** Tests if a rule of `id` takes `other` as well. */
export const isChoice = (id: string, other: string): boolean =>
  betaOf(id)?.requires.some((rule) => rule.choice?.includes(other)) ?? false;

/** The client left out what the rules ask for: the rule is the claim, with the evidence of its beta. */
export function missingClaim(id: string): Claim | undefined {
  const evidence = betaOf(id)?.evidence ?? [];
  return evidence.length > 0 ? { where: `${id}: requires`, evidence } : undefined;
}

/** The client sent what the rules do not ask for. */
export function needlessClaim(id: string, bare: Recorded, inferred: BetaPlan): Claim | undefined {
  const beta = betaOf(id);
  return (
    beta &&
    (acceptanceClaim(beta, bare, 'rejected') ??
      stageClaim(beta) ??
      acceptanceClaim(beta, bare, 'ignored') ??
      refusedFeature(beta, bare, inferred) ??
      headerAlone(beta) ??
      saidOf(beta, bare) ??
      unmet(beta, bare, inferred))
  );
}

/** The rules say that the request cannot work: the claim that the decision follows from. */
export function refusalClaim(
  { beta, feature, reason }: Decision,
  bare: Recorded,
): Claim | undefined {
  switch (reason) {
    case 'unavailable':
      return availabilityClaim(featureOf(feature), bare);
    case 'rejected':
      return acceptanceClaim(betaOf(beta ?? ''), bare, 'rejected');
    case 'constraint':
    case 'conflict':
      return constraintClaim(featureOf(feature));
    case 'endpoint-unavailable':
      return endpointClaim(bare);
    default:
      return undefined;
  }
}

/** The platform rejects the value, or ignores it: always, or with some models. */
function acceptanceClaim(
  beta: CatalogBeta | undefined,
  { platform }: Recorded,
  as: 'rejected' | 'ignored',
): Claim | undefined {
  const claim = beta?.acceptance[platform]?.find(({ status }) => status === as);
  return beta && claim && { where: `${beta.id}: acceptance.${platform}`, evidence: claim.evidence };
}

/** No header helps a feature that does not exist there. */
function refusedFeature(beta: CatalogBeta, bare: Recorded, inferred: BetaPlan): Claim | undefined {
  const isRefused = inferred.decisions.some(
    ({ action, feature }) => action === 'refused' && feature === beta.feature,
  );
  return isRefused ? availabilityClaim(featureOf(beta.feature), bare) : undefined;
}

function availabilityClaim(
  feature: CatalogFeature | undefined,
  { platform }: Recorded,
): Claim | undefined {
  const claim = feature?.availability[platform]?.find(({ status }) => status === 'unavailable');
  return (
    feature &&
    claim && { where: `${feature.name}: availability.${platform}`, evidence: claim.evidence }
  );
}

function constraintClaim(feature: CatalogFeature | undefined): Claim | undefined {
  const [constraint] = feature?.constraints ?? [];
  return (
    feature &&
    constraint && { where: `${feature.name}: constraints`, evidence: constraint.evidence }
  );
}

function endpointClaim({ platform }: Recorded): Claim | undefined {
  const claim = catalog.platforms
    .find(({ id }) => id === platform)
    ?.endpoints.find(({ status }) => status === 'unavailable');
  return claim && { where: `${platform}: endpoints`, evidence: claim.evidence };
}

/** The value does nothing any more, selects the shape of answers, or is sent by official clients of their own accord. */
function stageClaim({ id, stage, graduated, retired, evidence }: CatalogBeta): Claim | undefined {
  if (stage === 'graduated' || stage === 'retired')
    return { where: `${id}: ${stage}`, evidence: (graduated ?? retired)?.evidence ?? evidence };
  if (stage === 'legacy-shape')
    return { where: `${id}: selects`, evidence: graduated?.evidence ?? evidence };
  return stage === 'internal' ? { where: `${id}: stage internal`, evidence } : undefined;
}

/** Nothing in a request requires the beta: it is a header alone, or the alternative to another. */
function headerAlone({ id, requires, evidence }: CatalogBeta): Claim | undefined {
  return requires.length === 0 ? { where: `${id}: no rule, a header alone`, evidence } : undefined;
}

/** The manifest says in words what the beta, or its feature, has to do with something that the request uses. */
function saidOf(beta: CatalogBeta, { body }: Recorded): Claim | undefined {
  const used = new Set(JSON.stringify(body ?? '').match(/[a-z_]+_\d{8}/g));
  const siblings = catalog.betas.filter(
    ({ feature, id }) => feature === beta.feature && id !== beta.id,
  );
  const texts = [beta, ...siblings]
    .flatMap((one) => textsOf(one, `${one.id}: `))
    .concat(textsOf(featureOf(beta.feature), `${beta.feature}: `));
  const said = texts.find(({ text }) => [...used].some((literal) => text.includes(literal)));
  return said && { where: said.where, evidence: said.evidence ? [said.evidence] : beta.evidence };
}

/** A sentence of the manifest, its place, and the citation that it belongs to. */
interface Text {
  readonly where: string;
  readonly text: string;
  readonly evidence: Evidence | undefined;
}

/** Keys with sentences for people. A rule that names a literal is no sentence about it. */
const SENTENCES = /[ .](?:title|summary|notes?|selects|says)(?:\.(?:en|id))?$/;

function textsOf(value: unknown, where: string, evidence?: Evidence): Text[] {
  if (typeof value === 'string')
    return SENTENCES.test(where) ? [{ where, text: value, evidence }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const own = isEvidence(value) ? value : evidence;
  return Object.entries(value).flatMap(([name, inner]) =>
    textsOf(inner, where.endsWith(' ') ? where + name : `${where}.${name}`, own),
  );
}

const isEvidence = (value: object): value is Evidence =>
  'source' in value && typeof value.source === 'string';

/** The beta has rules and the request meets none; and all that it has of the beta surface is opened by what the rules do ask for. */
function unmet(beta: CatalogBeta, bare: Recorded, inferred: BetaPlan): Claim | undefined {
  const isAsked = (id: string): boolean =>
    inferred.decisions.some((decision) => decision.beta === id);
  const asked: CatalogRule[] = catalog.betas.flatMap(({ id, requires }) =>
    requires.filter((rule) => isAsked(id) || rule.choice?.some(isAsked)),
  );
  const loose = SURFACE.filter(
    (entry) => usesSurface(bare.body, entry) && !asked.some((rule) => isCovered(entry, rule)),
  );
  return loose.length === 0
    ? { where: `${beta.id}: requires, and the request meets none of it`, evidence: beta.evidence }
    : undefined;
}

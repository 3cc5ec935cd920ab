/** Finds what the catalog knows about features and betas on the platform that answered an error. */
import type { BetaPlacement } from '@beta-headers/grammar';
import { defaultCatalog, findFeature } from '../catalog/catalog.ts';
import { type ClaimQuery, findClaim, listClaims, queryModel } from '../catalog/claims.ts';
import type { AcceptanceStatus, Claim, KnownBeta, KnownFeature } from '../catalog/types.ts';
import type { Platform } from '../types.ts';
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import type { GatedField } from './gated-fields.ts';
import { isStep } from './masks.ts';
import { removeDuplicates } from './names.ts';

/** A known platform, and the properties of the request that its claims depend on. */
export interface Where {
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly model: string | undefined;
  /** The place of betas in its requests; `either` if it depends on a form that is not known. */
  readonly betas: BetaPlacement | 'either';
}

const toQuery = ({ method, path, model }: Where, shape?: string): ClaimQuery => ({
  method,
  path,
  ...queryModel(model, defaultCatalog),
  today: undefined,
  shape,
});

/** Tests if a platform does not have a feature in the form that is used. */
export function isUnavailable(feature: KnownFeature, where: Where, shape?: string): boolean {
  return findStatus(feature, where, shape) === 'unavailable';
}

function findStatus(feature: KnownFeature, where: Where, shape?: string): string {
  const claims = listClaims(feature.availability, where.platform, defaultCatalog);
  return findClaim(claims, toQuery(where, shape)).status;
}

/**
 * Finds the value to send for a beta: the beta itself or the platform's replacement; `undefined` if
 * the platform rejects it without a replacement.
 */
function findSendable(id: string, where: Where): string | undefined {
  if (!isRejected(id, where)) return id;
  return findReplacements(id, where)[0];
}

/**
 * Finds a platform's replacements for a value that it rejects, those for the value's own feature
 * first.
 */
export function findReplacements(id: string, where: Where | undefined): string[] {
  const beta = defaultCatalog.betas.get(id);
  if (!where || !beta || !isRejected(id, where)) return [];
  const { claim } = findClaim(listAcceptanceClaims(beta, where), toQuery(where));
  const own = (feature: string): number => (feature === beta.feature.name ? 0 : 1);
  return [...(claim?.instead ?? [])].sort((a, b) => own(a.for) - own(b.for)).map((one) => one.send);
}

function isRejected(id: string, where: Where): boolean {
  const beta = defaultCatalog.betas.get(id);
  return (
    beta !== undefined &&
    findClaim(listAcceptanceClaims(beta, where), toQuery(where)).status === 'rejected'
  );
}

const listAcceptanceClaims = (
  beta: KnownBeta,
  { platform }: Where,
): readonly Claim<AcceptanceStatus>[] => listClaims(beta.acceptance, platform, defaultCatalog);

/** Tests if sending a beta can help: the platform does not reject the value and has the feature. */
export function isUsable(id: string, where: Where | undefined): boolean {
  const feature = findFeature(defaultCatalog, id);
  return (
    where === undefined || (!isRejected(id, where) && !(feature && isUnavailable(feature, where)))
  );
}

interface Place {
  readonly fields: readonly GatedField[];
  /** The place as the error writes it. */
  readonly path: string;
  readonly shape?: string | undefined;
}

/**
 * Finds the betas that places in the body need. If the platform is known, only required betas that
 * it does not reject count.
 */
export function findNeeds(
  places: readonly Place[],
  where: Where | undefined,
  failed: FailedRequest | undefined,
): Pick<Found, 'betas' | 'suspects' | 'advice' | 'features'> {
  const fields = places.flatMap((place) => place.fields);
  const features = removeDuplicates(fields.map(({ feature }) => feature));
  const all = removeDuplicates(fields.flatMap(({ betas }) => betas));
  if (!where) {
    const betas = removeDuplicates(places.map((place) => chooseBeta(place, failed)));
    return { betas, suspects: all.filter((id) => !betas.includes(id)), features };
  }
  const here = places.map((place) => findNeed(place, where, failed));
  const betas = removeDuplicates(here.flatMap(({ beta }) => beta ?? []));
  const suspects = all.filter(
    (id) => !betas.includes(id) && betas.length > 0 && isUsable(id, where),
  );
  const advice = here.find((need) => need.advice)?.advice;
  return { betas, suspects, features, ...(betas.length === 0 && advice && { advice }) };
}

/**
 * Chooses the beta that a place needs. A need of the body takes precedence over the place alone,
 * and a need at that place over other needs.
 */
function chooseBeta({ fields, path }: Place, failed: FailedRequest | undefined): string {
  const choices = fields.flatMap(({ betas }) => betas);
  const needs = failed?.listNeeds().filter((one) => one.choices.some((id) => choices.includes(id)));
  const need = needs?.find(({ at }) => at.some((steps) => isSamePlace(steps, path))) ?? needs?.[0];
  return need?.choices[0] ?? (fields[0] as GatedField).betas[0] ?? '';
}

/**
 * Tests if a place in the body is the one that an error names. The error may insert variants
 * between its steps.
 */
function isSamePlace(steps: readonly (string | number)[], path: string): boolean {
  const wanted = steps.map(String);
  if (wanted.at(-1) === 'type') wanted.pop();
  const written = path.split(/[./[\]#]+/);
  let next = 0;
  for (const step of written) if (isStep(step, wanted[next])) next++;
  const ends = isStep(written[0], wanted[0]) && isStep(written.at(-1), wanted.at(-1));
  return ends && next >= wanted.length;
}

interface NeedHere {
  readonly beta?: string;
  readonly advice?: 'unavailable' | 'headerless' | 'unconfirmed';
}

function findNeed(place: Place, where: Where, failed: FailedRequest | undefined): NeedHere {
  const findStatusOf = ({ feature, rule }: GatedField): string =>
    findStatus(feature, where, place.shape ?? rule.shape);
  const present = place.fields.filter((field) => findStatusOf(field) !== 'unavailable');
  if (present.length === 0) return { advice: 'unavailable' };
  const needed = present.filter(({ isNeeded, rule }) => isNeeded && isAbout(rule.platform, where));
  if (needed.length === 0) {
    const isKnown = present.some((field) => findStatusOf(field) !== 'unknown');
    return { advice: isKnown ? 'headerless' : 'unconfirmed' };
  }
  const first = chooseBeta({ fields: needed, path: place.path }, failed);
  const choices = removeDuplicates([first, ...needed.flatMap(({ betas }) => betas)]);
  for (const id of choices) {
    const beta = findSendable(id, where);
    if (beta !== undefined) return { beta };
  }
  return { advice: 'unavailable' };
}

const isAbout = (platforms: readonly string[] | undefined, { platform }: Where): boolean =>
  !platforms || platforms.includes(platform);

/** Where an error was answered, and what the catalog says of features and header values there. */
import { defaultCatalog, featureOf } from '../catalog/catalog.ts';
import { type ClaimQuery, findClaim } from '../catalog/claims.ts';
import type { KnownFeature } from '../catalog/types.ts';
import type { Platform } from '../types.ts';
import type { Found } from './found.ts';
import type { FailedRequest } from './from-request.ts';
import { unique } from './names.ts';
import type { Opener } from './places.ts';

/** A platform that is known, and what of the request tells its claims apart. */
export interface Where {
  readonly platform: Platform;
  readonly method: string;
  readonly path: string;
  readonly model: string | undefined;
}

const query = ({ method, path, model }: Where, shape?: string): ClaimQuery => ({
  method,
  path,
  model,
  today: undefined,
  shape,
});

/** Tests if a platform does not have a feature, in the form that is used. */
export function isUnavailable(feature: KnownFeature, where: Where, shape?: string): boolean {
  const claims = feature.availability(where.platform);
  return findClaim(claims, query(where, shape)).status === 'unavailable';
}

/** The value to send for a beta: itself, what the platform wants instead, or nothing where it is rejected. */
export function sendableFor(id: string, where: Where | undefined): string | undefined {
  const beta = defaultCatalog.betas.get(id);
  if (!where || !beta) return id;
  const { status, claim } = findClaim(beta.acceptance(where.platform), query(where));
  if (status !== 'rejected') return id;
  const instead = claim?.instead ?? [];
  return (instead.find(({ for: name }) => name === beta.feature.name) ?? instead[0])?.send;
}

/** Tests if sending a beta can help there: the value is not rejected, and the platform has the feature. */
export function isUsable(id: string, where: Where | undefined): boolean {
  const feature = featureOf(defaultCatalog, id);
  return (
    where === undefined ||
    (sendableFor(id, where) === id && !(feature && isUnavailable(feature, where)))
  );
}

interface Place {
  readonly openers: readonly Opener[];
  readonly shape?: string | undefined;
}

/** The betas that places in the body need: where it is known, those that are required and not rejected there. */
export function needsAt(
  places: readonly Place[],
  where: Where | undefined,
  failed: FailedRequest | undefined,
): Pick<Found, 'betas' | 'suspects' | 'advice' | 'features'> {
  const openers = places.flatMap((place) => place.openers);
  const features = unique(openers.map(({ feature }) => feature));
  const all = unique(openers.flatMap(({ betas }) => betas));
  if (!where) {
    const betas = unique(places.map((place) => firstBeta(place, failed)));
    return { betas, suspects: all.filter((id) => !betas.includes(id)), features };
  }
  const here = places.map((place) => needHere(place, where, failed));
  const betas = unique(here.flatMap(({ beta }) => beta ?? []));
  const suspects = all.filter(
    (id) => !betas.includes(id) && betas.length > 0 && isUsable(id, where),
  );
  const advice = here.find((need) => need.advice)?.advice;
  return { betas, suspects, features, ...(betas.length === 0 && advice && { advice }) };
}

/** What the request needs by its own body counts before what the place alone tells. */
function firstBeta({ openers }: Place, failed: FailedRequest | undefined): string {
  const choices = openers.flatMap(({ betas }) => betas);
  const need = failed?.needs().find((one) => one.choices.some((id) => choices.includes(id)));
  return need?.choices[0] ?? (openers[0] as Opener).betas[0] ?? '';
}

interface NeedHere {
  readonly beta?: string;
  readonly advice?: 'unavailable' | 'headerless';
}

function needHere(place: Place, where: Where, failed: FailedRequest | undefined): NeedHere {
  const present = place.openers.filter(
    ({ feature }) => !isUnavailable(feature, where, place.shape),
  );
  if (present.length === 0) return { advice: 'unavailable' };
  const needed = present.filter(({ isNeeded, rule }) => isNeeded && isAbout(rule.platform, where));
  if (needed.length === 0) return { advice: 'headerless' };
  const first = firstBeta({ openers: needed }, failed);
  const choices = unique([first, ...needed.flatMap(({ betas }) => betas)]);
  for (const id of choices) {
    const beta = sendableFor(id, where);
    if (beta !== undefined) return { beta };
  }
  return { advice: 'unavailable' };
}

const isAbout = (platforms: readonly string[] | undefined, { platform }: Where): boolean =>
  !platforms || platforms.includes(platform);

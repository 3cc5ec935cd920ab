/** Claims about a platform. The first claim of a list that applies counts. */
import type { CatalogAcceptance, CatalogAvailability } from '@beta-headers/manifest';
import type { Reading } from './request.ts';

type AnyClaim = CatalogAcceptance | CatalogAvailability;

/** The facts that a claim may depend on. */
export interface Case {
  /** The id of the model; undefined if the name does not identify it. It may be a new model. */
  readonly model: string | undefined;
  readonly shape?: string | undefined;
}

/** The answer of the claims to a case. */
export interface Ruling<C extends AnyClaim> {
  readonly status: C['status'];
  /** The reason why the status is unknown. */
  readonly doubt?: 'unknown' | 'disputed' | 'depends-on-model';
  readonly claim: C | undefined;
}

/**
 * Finds the claim that applies. If the model is unknown, or the manifest does not have it, claims
 * for other models are skipped, and if one of them has another status than the claim that is found,
 * the status is unknown. It is also unknown if sources dispute the claim.
 */
export function findRuling<C extends AnyClaim>(
  claims: readonly C[],
  reading: Reading,
  { model, shape }: Case,
): Ruling<C> {
  const skipped: C[] = [];
  for (const claim of claims) {
    if (!isCurrent(claim, reading) || !isAboutShape(claim, shape)) continue;
    if (claim.models && !claim.models.some((one) => one === model)) {
      if (!reading.knowsModel(model)) skipped.push(claim);
      continue;
    }
    if (skipped.some((other) => readMeaning(other) !== readMeaning(claim)))
      return { status: 'unknown', doubt: 'depends-on-model', claim };
    if (claim.disputed) return { status: 'unknown', doubt: 'disputed', claim };
    return claim.status === 'unknown'
      ? { status: 'unknown', doubt: 'unknown', claim }
      : { status: claim.status, claim };
  }
  return { status: 'unknown', doubt: 'unknown', claim: undefined };
}

const readMeaning = ({ status, disputed }: AnyClaim): string => (disputed ? 'unknown' : status);

function isCurrent({ endpoint, until }: AnyClaim, reading: Reading): boolean {
  const { today } = reading;
  if (until !== undefined && today !== undefined && today > until) return false;
  return !endpoint || reading.isAt(endpoint);
}

function isAboutShape(claim: AnyClaim, shape: string | undefined): boolean {
  if (!('shape' in claim) || !claim.shape) return true;
  return shape !== undefined && claim.shape.includes(shape);
}

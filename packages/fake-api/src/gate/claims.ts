/** Claims about a platform: of a list the first that applies counts. */
import type { CatalogAcceptance, CatalogAvailability } from '@beta-headers/manifest';
import type { Reading } from './request.ts';

type AnyClaim = CatalogAcceptance | CatalogAvailability;

/** What a claim may depend on. */
export interface Case {
  /** The id; undefined where nobody knows which model it is. */
  readonly model: string | undefined;
  readonly shape?: string | undefined;
}

/** What the claims say about a case. */
export interface Ruling<C extends AnyClaim> {
  readonly status: C['status'];
  /** Why nobody knows. */
  readonly doubt?: 'unknown' | 'disputed' | 'depends-on-model';
  readonly claim: C | undefined;
}

/**
 * Finds the claim that applies. Where the model is not known, claims for some models neither apply
 * nor fail: if one of them
 * says otherwise than the claim that is found, nobody knows. A claim that sources dispute says
 * nothing.
 */
export function findRuling<C extends AnyClaim>(
  claims: readonly C[],
  reading: Reading,
  { model, shape }: Case,
): Ruling<C> {
  const skipped: C[] = [];
  for (const claim of claims) {
    if (!isCurrent(claim, reading) || !isAboutShape(claim, shape)) continue;
    if (claim.models && model === undefined) {
      skipped.push(claim);
      continue;
    }
    if (claim.models && !claim.models.includes(model as string)) continue;
    if (skipped.some((other) => meaningOf(other) !== meaningOf(claim)))
      return { status: 'unknown', doubt: 'depends-on-model', claim };
    if (claim.disputed) return { status: 'unknown', doubt: 'disputed', claim };
    return claim.status === 'unknown'
      ? { status: 'unknown', doubt: 'unknown', claim }
      : { status: claim.status, claim };
  }
  return { status: 'unknown', doubt: 'unknown', claim: undefined };
}

const meaningOf = ({ status, disputed }: AnyClaim): string => (disputed ? 'unknown' : status);

function isCurrent({ endpoint, until }: AnyClaim, reading: Reading): boolean {
  const { today } = reading;
  if (until !== undefined && today !== undefined && today > until) return false;
  return !endpoint || reading.isAt(endpoint);
}

function isAboutShape(claim: AnyClaim, shape: string | undefined): boolean {
  if (!('shape' in claim) || !claim.shape) return true;
  return shape !== undefined && claim.shape.includes(shape);
}

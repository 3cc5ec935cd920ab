/** Claims about a platform, and which of them applies to a request. */
import { matchesEndpoint } from '@beta-headers/grammar';
import type { Confidence } from '../types.ts';
import type { AcceptanceStatus, AvailabilityStatus, Claim } from './types.ts';

/** What a claim may depend on. */
export interface ClaimQuery {
  readonly method: string;
  /** The path on the Claude API. */
  readonly path: string;
  /** The id of the model; `undefined` where nobody knows which it is. */
  readonly model: string | undefined;
  /** The day; without one, claims with an end still hold. */
  readonly today: string | undefined;
  readonly shape?: string | undefined;
}

/** The claim that applies, and how sure it is. */
export interface Ruling<S extends string> {
  readonly status: S | 'unknown';
  readonly confidence: Confidence;
  readonly claim?: Claim<S>;
  /** The last day of a claim that has ended. */
  readonly ended?: string;
}

export type Availability = Ruling<AvailabilityStatus>;
export type Acceptance = Ruling<AcceptanceStatus>;

/**
 * The first claim that applies. Where the model is not known, claims for some models are passed over; if one of them says
 * otherwise than the claim that is found, nobody knows.
 */
export function findClaim<S extends string>(
  claims: readonly Claim<S>[],
  query: ClaimQuery,
): Ruling<S> {
  const passed: S[] = [];
  let ended: string | undefined;
  for (const claim of claims) {
    if (!isAbout(claim, query)) continue;
    if (claim.models && query.model === undefined) {
      passed.push(claim.status);
      continue;
    }
    if (claim.until && query.today && claim.until < query.today) {
      ended ??= claim.until;
      continue;
    }
    if (passed.some((status) => status !== claim.status)) break;
    const confidence = claim.status === 'unknown' ? 'unknown' : (claim.confidence ?? 'medium');
    return {
      status: claim.status,
      confidence,
      claim,
      ...(ended && { ended }),
    };
  }
  return { status: 'unknown', confidence: 'unknown' };
}

/** What tells the claims about a subject apart. */
export function conditionOf(
  claims: readonly Claim<string>[],
): 'model' | 'form' | 'endpoint' | undefined {
  if (claims.some(({ models }) => models)) return 'model';
  if (claims.some(({ shape }) => shape)) return 'form';
  return claims.some(({ endpoint }) => endpoint) ? 'endpoint' : undefined;
}

function isAbout(claim: Claim<string>, { method, path, model, shape }: ClaimQuery): boolean {
  if (claim.shape && !(shape && claim.shape.includes(shape))) return false;
  if (claim.models && model !== undefined && !claim.models.includes(model)) return false;
  return !claim.endpoint || claim.endpoint.some((one) => matchesEndpoint(one, method, path));
}

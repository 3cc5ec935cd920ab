/** Lists of claims, of which the first match counts. */
import type { AcceptanceClaim, AvailabilityClaim } from './schema.ts';

type Claim = AvailabilityClaim | AcceptanceClaim;

/** The keys that limit a claim. */
const CONDITIONS = ['models', 'endpoint', 'shape', 'until'] as const;

/** The conditions of a claim; none where it always holds. */
export function conditionsOf(claim: Claim): string[] {
  return CONDITIONS.filter((key) => (claim as Partial<AvailabilityClaim>)[key] !== undefined);
}

/** The claims of a list that may count for one of these models; for any model without them. */
export function claimsFor<C extends Claim>(
  claims: readonly C[],
  models: readonly string[] | undefined,
): C[] {
  if (!models) return [...claims];
  const found = new Set<C>();
  for (const model of models) {
    for (const claim of claims) {
      if (claim.models && !claim.models.includes(model)) continue;
      found.add(claim);
      if (conditionsOf(claim).every((key) => key === 'models')) break;
    }
  }
  return [...found];
}

/** The claims about one platform, as a list. */
export function claimsOn<C>(
  written: Readonly<Record<string, C | C[]>> | undefined,
  platform: string,
): C[] {
  return written && Object.hasOwn(written, platform)
    ? ([written[platform] ?? []].flat() as C[])
    : [];
}

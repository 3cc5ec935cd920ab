/** Lists of claims, of which the first match counts. */
import { coversEndpoint } from '@beta-headers/grammar';
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

/** Whether earlier claims take in everything that a claim is about. */
export function isCoveredClaim(claim: Claim, earlier: readonly Claim[]): boolean {
  const { models, shape } = claim as AvailabilityClaim;
  return (models ?? [undefined]).every((model) =>
    (shape ?? [undefined]).every((form) =>
      earlier.some((other) => coversCase(other as AvailabilityClaim, model, form, claim)),
    ),
  );
}

function coversCase(
  wide: AvailabilityClaim,
  model: string | undefined,
  shape: string | undefined,
  narrow: Claim,
): boolean {
  return (
    (!wide.models || (model !== undefined && wide.models.includes(model))) &&
    (!wide.shape || (shape !== undefined && wide.shape.includes(shape))) &&
    (!wide.until || (narrow.until !== undefined && narrow.until <= wide.until)) &&
    (!wide.endpoint ||
      (narrow.endpoint !== undefined &&
        [narrow.endpoint]
          .flat()
          .every((y) => [wide.endpoint ?? []].flat().some((x) => coversEndpoint(x, y)))))
  );
}

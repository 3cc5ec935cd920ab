/** Lists of claims in which the first match counts. */
import { coversEndpoint } from '@beta-headers/grammar';

/** The keys that limit a claim. */
const CONDITIONS = ['models', 'endpoint', 'shape', 'until'] as const;

/** The conditions that a claim may have. */
export interface Conditions {
  readonly models?: readonly string[] | undefined;
  readonly endpoint?: string | readonly string[] | undefined;
  readonly shape?: readonly string[] | undefined;
  readonly until?: string | undefined;
}

/** Lists the conditions of a claim. Without any, the claim always holds. */
export function listConditionKeys(claim: Conditions): string[] {
  return CONDITIONS.filter((key) => claim[key] !== undefined);
}

/** Filters the claims that may apply to one of these models, or to any model without `models`. */
export function filterByModels<C extends Conditions>(
  claims: readonly C[],
  models: readonly string[] | undefined,
): C[] {
  if (!models) return [...claims];
  const found = new Set<C>();
  for (const model of models) {
    for (const claim of claims) {
      if (claim.models && !claim.models.includes(model)) continue;
      found.add(claim);
      if (listConditionKeys(claim).every((key) => key === 'models')) break;
    }
  }
  return [...found];
}

/** Lists the claims about one platform. */
export function listClaimsOn<C>(
  written: Readonly<Record<string, C | C[]>> | undefined,
  platform: string,
): C[] {
  const claims = written && Object.hasOwn(written, platform) ? written[platform] : undefined;
  return claims === undefined ? [] : ([claims].flat() as C[]);
}

/** Tests if earlier claims cover everything that a claim is about. */
export function isCoveredClaim(claim: Conditions, earlier: readonly Conditions[]): boolean {
  return (claim.models ?? [undefined]).every((model) =>
    (claim.shape ?? [undefined]).every((shape) =>
      earlier.some((wide) => coversCase(wide, model, shape, claim)),
    ),
  );
}

function coversCase(
  wide: Conditions,
  model: string | undefined,
  shape: string | undefined,
  { until, endpoint }: Conditions,
): boolean {
  return (
    (!wide.models || (model !== undefined && wide.models.includes(model))) &&
    (!wide.shape || (shape !== undefined && wide.shape.includes(shape))) &&
    (!wide.until || (until !== undefined && until <= wide.until)) &&
    (!wide.endpoint || (endpoint !== undefined && coversEndpoints(wide.endpoint, endpoint)))
  );
}

function coversEndpoints(
  wide: string | readonly string[],
  narrow: string | readonly string[],
): boolean {
  const patterns = [wide].flat();
  return [narrow].flat().every((endpoint) => patterns.some((p) => coversEndpoint(p, endpoint)));
}

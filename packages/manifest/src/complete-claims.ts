/** Completes claims for every platform: authored, derived from `like`, or else `unknown`. */

import { normalizeEndpoints } from './catalog-conditions.ts';
import type {
  CatalogAcceptance,
  CatalogAvailability,
  CatalogEndpoint,
  CatalogPlatform,
} from './catalog-types.ts';
import type { AcceptanceClaim, Authored, AvailabilityClaim } from './schema/index.ts';

/** Completes the availability of a feature on every platform. */
export const completeAvailability = (
  written: Authored<AvailabilityClaim> | undefined,
  platforms: readonly CatalogPlatform[],
): Record<string, CatalogAvailability[]> => completeClaims(written, platforms);

/** Completes the acceptance of a beta on every platform. */
export const completeAcceptance = (
  written: Authored<AcceptanceClaim> | undefined,
  platforms: readonly CatalogPlatform[],
): Record<string, CatalogAcceptance[]> => completeClaims(written, platforms);

/** Appends to the endpoints of each platform those of the platform that it follows. */
export function completeEndpoints(platforms: readonly CatalogPlatform[]): CatalogPlatform[] {
  const complete = ({ endpoints, like }: CatalogPlatform): readonly CatalogEndpoint[] => {
    const origin = platforms.find(({ id }) => id === like?.platform);
    if (!origin || endpoints.some(({ endpoint }) => !endpoint)) return endpoints;
    const derived = complete(origin).map((one) => ({ derivedFrom: origin.id, ...one }));
    return [...endpoints, ...derived];
  };
  return platforms.map((platform) => ({ ...platform, endpoints: complete(platform) }));
}

type Claim = AvailabilityClaim | AcceptanceClaim;
type Complete<C extends Claim> = Omit<C, 'endpoint'> & {
  readonly endpoint?: readonly string[];
  readonly derivedFrom?: string;
};

function completeClaims<C extends Claim>(
  written: Authored<C> | undefined,
  platforms: readonly CatalogPlatform[],
): Record<string, Complete<C>[]> {
  return Object.fromEntries(
    platforms.map(({ id }) => {
      const origin = findOrigin(id, written, platforms);
      const claims = ([written?.[origin ?? ''] ?? []].flat() as C[]).map(normalizeEndpoints<C>);
      if (origin === undefined) return [id, [{ status: 'unknown', evidence: [] }]];
      return [id, origin === id ? claims : claims.map((claim) => deriveClaim(claim, origin))];
    }),
  );
}

/** Finds the platform whose claims apply: itself, or the first one that it follows. */
function findOrigin(
  platform: string,
  written: Authored<Claim> | undefined,
  platforms: readonly CatalogPlatform[],
): string | undefined {
  const passed = new Set<string>();
  for (let id: string | undefined = platform; id !== undefined && !passed.has(id); ) {
    if (written && Object.hasOwn(written, id)) return id;
    passed.add(id);
    id = platforms.find((other) => other.id === id)?.like?.platform;
  }
  return undefined;
}

/** Copies a claim from another platform, with at most medium confidence. */
function deriveClaim<C extends { confidence?: Claim['confidence'] }>(
  claim: C,
  derivedFrom: string,
): C {
  return {
    ...claim,
    ...(claim.confidence === 'high' && { confidence: 'medium' }),
    derivedFrom,
  };
}

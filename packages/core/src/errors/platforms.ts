/** Finds the platforms on which the betas of an error matter. */
import { PLATFORMS } from '@beta-headers/constants';
import { defaultCatalog } from '../catalog/catalog.ts';
import { listClaims } from '../catalog/claims.ts';
import type { KnownBeta, KnownFeature } from '../catalog/types.ts';
import type { Platform } from '../types.ts';

/** The platforms on which betas matter. */
export interface BetaPlatforms {
  /** The only platforms that need one of the betas; empty if they need them everywhere. */
  readonly neededOn: readonly Platform[];
  /** The platforms that do not have the feature of one of the betas, with any model. */
  readonly absentOn: readonly Platform[];
}

/**
 * Finds the platforms that need betas, and those that do not have their features. An error that
 * asks for a beta often comes from one of the first, although its text names no platform.
 */
export function findBetaPlatforms(betas: readonly string[]): BetaPlatforms {
  const known = betas.flatMap((id) => defaultCatalog.betas.get(id) ?? []);
  const needed = known.flatMap(listNeeding);
  return {
    neededOn: PLATFORMS.filter((platform) => needed.includes(platform)),
    absentOn: PLATFORMS.filter((platform) =>
      known.some(({ feature }) => isAbsent(feature, platform)),
    ),
  };
}

/** Lists the platforms of the rules that require a beta, if each rule names some. */
const listNeeding = ({ requires }: KnownBeta): readonly string[] =>
  requires.every(({ platform }) => platform)
    ? requires.flatMap(({ platform }) => platform ?? [])
    : [];

function isAbsent({ availability }: KnownFeature, platform: Platform): boolean {
  const claims = listClaims(availability, platform, defaultCatalog);
  return claims.length > 0 && claims.every(({ status }) => status === 'unavailable');
}

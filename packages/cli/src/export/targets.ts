/** The choice of the platforms of a table. */
import type { Targets } from './answers.ts';

/** Platforms that share a place in a table with another one. */
const SHARED: Readonly<Record<string, string>> = { 'foundry-azure': 'foundry' };

/**
 * Selects the entries for one platform, or all.
 * @throws {RangeError} if the gateway has no place for the platform
 */
export function selectTargets(targets: Targets, platform: string | undefined): Targets {
  if (platform === undefined) return targets;
  const sought = SHARED[platform] ?? platform;
  const entry = Object.entries(targets).find(([, id]) => id === sought);
  if (!entry) {
    const known = [...new Set(Object.values(targets))].join(', ');
    throw new RangeError(`no table for ${platform}; platforms with one: ${known}`);
  }
  return { [entry[0]]: platform };
}

/** Facts about the value of a decision: was another one meant, and does it do anything there? */
import type { Decision, Platform } from '@beta-headers/core';
import { findNearest } from '@beta-headers/grammar';
import type { TextDecision } from './answer.ts';
import type { CheckFacts, RareFacts } from './facts.ts';

/** Says what is known about a value that is no beta: the one that was meant, or why it is none. */
export function describeUnknown(
  { beta = '', sends }: Decision,
  platform: Platform,
  { betas, refusing }: CheckFacts,
  notBetas: RareFacts['notBetas'] = {},
): Pick<TextDecision, 'meant' | 'note' | 'isRefusedUnknown'> {
  const known = Object.hasOwn(notBetas, beta) ? notBetas[beta] : undefined;
  const meant = known ? known.means : (sends ?? findNearest(beta, Object.keys(betas)));
  return {
    ...(meant !== undefined && { meant }),
    ...(known?.note !== undefined && { note: known.note }),
    ...(refusing.includes(platform) && { isRefusedUnknown: true }),
  };
}

/** Tests if a value is a client's marker of unknown acceptance on a platform. */
export const isOpenMarker = (beta: string, platform: Platform, { markers }: CheckFacts): boolean =>
  Object.hasOwn(markers, beta) && markers[beta]?.includes(platform) === true;

/**
 * Finds the feature of a beta if the platform does not have it: the value changes nothing. If the
 * platform has other values for its features, finds these.
 */
export function findAbsent(
  { beta = '', action, reason }: Decision,
  platform: Platform,
  { betas, features, instead }: CheckFacts,
): Pick<TextDecision, 'absent' | 'instead'> {
  const others = Object.hasOwn(instead, beta) ? instead[beta]?.[platform] : undefined;
  if (others) return action === 'dropped' && reason !== 'instead' ? { instead: others } : {};
  const feature = Object.hasOwn(betas, beta) ? betas[beta] : undefined;
  const isAbsent = feature !== undefined && features[feature]?.absent.includes(platform);
  return isAbsent && action !== 'refused' ? { absent: feature } : {};
}

/** The errors of refused requests. */
import type { BetaPolicyError, Decision } from '@beta-headers/core';
import { GatewayError } from './error.ts';

/**
 * Makes the error of a request that the plan refuses. Clients search the message for the token
 * `capability_rejected:`, and send the request again without what it names.
 */
export function toRefusalError({ message, plan }: BetaPolicyError): GatewayError {
  const refused = plan.decisions.filter(({ action }) => action === 'refused');
  const tokens = new Set(refused.map((decision) => nameRejected(decision, plan.decisions)));
  const lines = [...tokens].map((token) => `capability_rejected: ${token}`);
  return new GatewayError('policy_refused', [message, ...lines].join('\n'));
}

/** Names what was rejected: the beta that the client sent for it, else the feature. */
function nameRejected(refused: Decision, decisions: readonly Decision[]): string {
  const { feature, reason } = refused;
  const isSent = (one: Decision): boolean =>
    one.feature === feature && one.beta !== undefined && one.action === 'sent';
  const beta = refused.beta ?? (feature ? decisions.find(isSent)?.beta : undefined);
  // The name of a beta that may be a key is hidden: `(13 characters)`.
  if (beta !== undefined && isShown(beta)) return `beta_header:${beta}`;
  return feature ?? reason;
}

/** Tests if a decision shows the name of its beta. */
export const isShown = (beta: string): boolean => /^[\w.-]+$/.test(beta);

/** The names of the diagnostics channel, which need no module of Node. */
import type { Decision, Platform } from '@beta-headers/core';

/**
 * The name of the channel: `diagnostics_channel.subscribe('beta-headers:decision', (message) =>
 * …)`. Nothing is published outside Node, Bun and Deno.
 */
export const DECISION_CHANNEL = 'beta-headers:decision';

/**
 * A message on the channel, one for each decision. It does not contain the plan, whose body may
 * hold a prompt.
 */
export interface DecisionMessage {
  readonly decision: Decision;
  readonly platform: Platform;
}

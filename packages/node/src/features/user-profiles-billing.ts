// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Linked billing for user profiles. Lets the customers of your app pay for their own Claude usage:
 * `billing_policy: {type: billing_policy, bill_to: user_profile}` bills the customer behind the
 * user profile that the `anthropic-user-profile-id` header names. If the customer cannot be billed,
 * the request is refused rather than billed to you. Customers who pay through a cloud marketplace
 * cannot be billed this way, and in a batch such a request results in an error.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/oauth-apps/organization-billing-connections
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { billingPolicy } from '@beta-headers/node/user-profiles-billing';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   billing_policy: billingPolicy(),
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { USER_PROFILES_BILLING_2026_10_01 } from '@beta-headers/constants';

/** `BetaBillingPolicy` of `@anthropic-ai/sdk`. */
export type BetaBillingPolicy = sdk.BetaBillingPolicy;

/**
 * Builds a value for `billing_policy`, which needs `user-profiles-billing-2026-10-01`. Sets `type`.
 * @see https://platform.claude.com/docs/en/manage-claude/oauth-apps/organization-billing-connections
 *
 * @example
 * ```ts
 * billingPolicy();
 * ```
 */
export function billingPolicy(fields: Omit<BetaBillingPolicy, 'type'> = {}): BetaBillingPolicy {
  return { type: 'billing_policy', ...fields };
}

// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Fallback credit. Lets you retry, on another model, a request that one model refused, without
 * paying again for writing the prompt cache, which belongs to one model. With this beta the refusal
 * carries a `fallback_credit_token`, and a retry that hands it back within five minutes pays the
 * cache-read price for that prefix. The header belongs on both requests: on the first so that the
 * refusal carries a token, on the retry so that it can be redeemed.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/fallback-credit
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { fallbackCreditToken } from '@beta-headers/node/fallback-credit';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   fallback_credit_token: fallbackCreditToken({ token: 'example' }),
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export {
  FALLBACK_CREDIT_2026_06_01,
  FALLBACK_CREDIT_2026_06_09,
  FALLBACK_CREDIT_2026_07_01,
} from '@beta-headers/constants';

/** `BetaFallbackCreditTokenParam` of `@anthropic-ai/sdk`. */
export type BetaFallbackCreditTokenParam = sdk.BetaFallbackCreditTokenParam;

/**
 * Builds a value for `fallback_credit_token`, which needs `fallback-credit-2026-07-01`.
 * @see https://platform.claude.com/docs/en/build-with-claude/fallback-credit
 *
 * @example
 * ```ts
 * fallbackCreditToken({ token: 'example' });
 * ```
 */
export function fallbackCreditToken(
  fields: BetaFallbackCreditTokenParam,
): BetaFallbackCreditTokenParam {
  return { ...fields };
}

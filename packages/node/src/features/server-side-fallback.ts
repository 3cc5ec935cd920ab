// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Server-side fallback. When safety classifiers make the requested model decline, the API retries
 * the request on another model within the same call, and you get an answer instead of a refusal.
 * `fallbacks: "default"` leaves the choice of model to Anthropic; a list of entries names your own
 * models, tried in order. The answer holds a `fallback` block at the point where the model changed,
 * which you send back with the conversation. Amazon Bedrock, Microsoft Foundry and the Google Cloud
 * that Google manages do not offer it.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { fallback } from '@beta-headers/node/server-side-fallback';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   fallbacks: [fallback({ model: 'claude-opus-5-5' })],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export {
  SERVER_SIDE_FALLBACK_2026_06_01,
  SERVER_SIDE_FALLBACK_2026_06_02,
  SERVER_SIDE_FALLBACK_2026_06_09,
  SERVER_SIDE_FALLBACK_2026_07_01,
} from '@beta-headers/constants';

/** `BetaFallbackBlockParam` of `@anthropic-ai/sdk`. */
export type BetaFallbackBlockParam = sdk.BetaFallbackBlockParam;

/** `BetaFallbackParam` of `@anthropic-ai/sdk`. */
export type BetaFallbackParam = sdk.BetaFallbackParam;

/**
 * Builds a value for `fallbacks`, which needs `server-side-fallback-2026-07-01`.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 *
 * @example
 * ```ts
 * fallback({ model: 'claude-opus-5-5' });
 * ```
 */
export function fallback(fields: BetaFallbackParam): BetaFallbackParam {
  return { ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `server-side-fallback-2026-07-01`. Sets
 * `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/refusals-and-fallback
 *
 * @example
 * ```ts
 * fallbackBlock({ from: { model: 'claude-opus-5-5' }, to: { model: 'claude-opus-5-5' } });
 * ```
 */
export function fallbackBlock(
  fields: Omit<BetaFallbackBlockParam, 'type'>,
): BetaFallbackBlockParam {
  return { type: 'fallback', ...fields };
}

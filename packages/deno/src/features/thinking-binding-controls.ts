// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Preserved-thinking controls. Newer models use a thinking block that you send back only if nothing
 * before it has changed. This beta enables `thinking.block_binding`: its `prefix_mismatch_behavior`
 * chooses between a 400 error and dropping the blocks that fail the check. The response gains
 * `input_transformations`, which lists what was dropped. Use it to find code that edits
 * conversation history before stricter enforcement finds it.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/preserved-thinking#preserved-thinking-controls
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { blockBinding } from '@beta-headers/deno/thinking-binding-controls';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   thinking: {
 *     type: 'adaptive',
 *     block_binding: blockBinding({ prefix_mismatch_behavior: 'error' }),
 *   },
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { THINKING_BINDING_CONTROLS_2026_08_01 } from '@beta-headers/constants';

/** `BetaThinkingBlockBinding` of `@anthropic-ai/sdk`. */
export type BetaThinkingBlockBinding = sdk.BetaThinkingBlockBinding;

/**
 * Builds a value for `thinking.block_binding`, which needs `thinking-binding-controls-2026-08-01`.
 * @see https://platform.claude.com/docs/en/build-with-claude/preserved-thinking#preserved-thinking-controls
 *
 * @example
 * ```ts
 * blockBinding({ prefix_mismatch_behavior: 'error' });
 * ```
 */
export function blockBinding(fields: BetaThinkingBlockBinding = {}): BetaThinkingBlockBinding {
  return { ...fields };
}

// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Per-message effort. Changes the effort level partway through a conversation and keeps the prompt
 * cache: a `role: "system"` message carries `output_config.effort`, while the top-level value stays
 * as it was. The new level holds for later turns until another message changes it. Leave the
 * message where it is in every later request; moving it invalidates later thinking on models with
 * preserved thinking.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { outputConfig } from '@beta-headers/node/mid-conversation-output-config';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   messages: [
 *     { role: 'user', content: 'Hello' },
 *     { role: 'system', output_config: outputConfig({ effort: 'low' }) },
 *   ],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { MID_CONVERSATION_OUTPUT_CONFIG_2026_07_01 } from '@beta-headers/constants';

/** `BetaSystemMessageOutputConfig` of `@anthropic-ai/sdk`. */
export type BetaSystemMessageOutputConfig = sdk.BetaSystemMessageOutputConfig;

/**
 * Builds a value for `messages[].output_config`, which needs
 * `mid-conversation-output-config-2026-07-01`.
 * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
 *
 * @example
 * ```ts
 * outputConfig({ effort: 'low' });
 * ```
 */
export function outputConfig(
  fields: BetaSystemMessageOutputConfig = {},
): BetaSystemMessageOutputConfig {
  return { ...fields };
}

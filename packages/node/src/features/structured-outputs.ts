// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Structured outputs. Guarantees that a response matches your JSON schema, and that tool inputs
 * match theirs (`strict: true`). The feature is generally available with `output_config.format` and
 * needs no header. Only the old parameter `output_format`, which is deprecated and lives in the
 * beta Messages API alone, belongs to the beta; the TypeScript SDK turns it into
 * `output_config.format` before it sends a request.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { outputFormat } from '@beta-headers/node/structured-outputs';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   output_format: outputFormat({ schema: { type: 'object' } }),
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export {
  STRUCTURED_OUTPUTS_2025_09_17,
  STRUCTURED_OUTPUTS_2025_11_13,
  STRUCTURED_OUTPUTS_2025_12_15,
} from '@beta-headers/constants';

/** `BetaJSONOutputFormat` of `@anthropic-ai/sdk`. */
export type BetaJSONOutputFormat = sdk.BetaJSONOutputFormat;

/**
 * Builds a value for `output_format`, which needs `structured-outputs-2025-11-13`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/structured-outputs
 *
 * @example
 * ```ts
 * outputFormat({ schema: { type: 'object' } });
 * ```
 */
export function outputFormat(fields: Omit<BetaJSONOutputFormat, 'type'>): BetaJSONOutputFormat {
  return { type: 'json_schema', ...fields };
}

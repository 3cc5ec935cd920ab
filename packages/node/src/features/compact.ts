// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Compaction. Replaces the older turns of a conversation with a summary that Claude writes on the
 * server, so that long chats and agent runs stay within the context window. There are two
 * mechanisms. With `compact-2026-09-04` your program asks for a summary when it suits you; with
 * `compact-2026-01-12` the API summarizes by itself once a token threshold is passed. Both give
 * back a `compaction` block that you send again with the following requests.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { compaction } from '@beta-headers/node/compact';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   compaction: compaction(),
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { COMPACT_2026_01_12, COMPACT_2026_09_04 } from '@beta-headers/constants';

/** `BetaCompact20260112Edit` of `@anthropic-ai/sdk`. */
export type BetaCompact20260112Edit = sdk.BetaCompact20260112Edit;

/** `BetaCompactionBlockParam` of `@anthropic-ai/sdk`. */
export type BetaCompactionBlockParam = sdk.BetaCompactionBlockParam;

/** `BetaCompactionConfig` of `@anthropic-ai/sdk`. */
export type BetaCompactionConfig = sdk.BetaCompactionConfig;

/**
 * Builds a value for `context_management.edits[]`, which needs `compact-2026-01-12`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction-threshold
 *
 * @example
 * ```ts
 * compact20260112();
 * ```
 */
export function compact20260112(
  fields: Omit<BetaCompact20260112Edit, 'type'> = {},
): BetaCompact20260112Edit {
  return { type: 'compact_20260112', ...fields };
}

/**
 * Builds a value for `compaction`, which needs `compact-2026-09-04`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 *
 * @example
 * ```ts
 * compaction();
 * ```
 */
export function compaction(fields: Omit<BetaCompactionConfig, 'type'> = {}): BetaCompactionConfig {
  return { type: 'summarize', ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `compact-2026-09-04`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/compaction-on-demand
 *
 * @example
 * ```ts
 * compactionBlock();
 * ```
 */
export function compactionBlock(
  fields: Omit<BetaCompactionBlockParam, 'type'> = {},
): BetaCompactionBlockParam {
  return { type: 'compaction', ...fields };
}

// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Message threads. Keeps a conversation on the server for a few minutes, so that each request sends
 * only the new messages: `thread: {type: create}` starts one,
 * `thread: {type: continue, previous_message_id}` goes on. Requests get smaller and the first token
 * comes sooner in long agent loops; prices stay the same. A thread can vanish at any time, so keep
 * the whole conversation yourself and be ready to send it again.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/message-threads
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { threadCreate } from '@beta-headers/deno/message-threads';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   thread: threadCreate(),
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { MESSAGE_THREADS_2026_08_12 } from '@beta-headers/constants';

/** `BetaThreadContinueParams` of `@anthropic-ai/sdk`. */
export type BetaThreadContinueParams = sdk.BetaThreadContinueParams;

/** `BetaThreadCreateParams` of `@anthropic-ai/sdk`. */
export type BetaThreadCreateParams = sdk.BetaThreadCreateParams;

/**
 * Builds a value for `thread`, which needs `message-threads-2026-08-12`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/message-threads
 *
 * @example
 * ```ts
 * threadCreate();
 * ```
 */
export function threadCreate(
  fields: Omit<BetaThreadCreateParams, 'type'> = {},
): BetaThreadCreateParams {
  return { type: 'create', ...fields };
}

/**
 * Builds a value for `thread`, which needs `message-threads-2026-08-12`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/message-threads
 *
 * @example
 * ```ts
 * threadContinue({ previous_message_id: 'msg_01' });
 * ```
 */
export function threadContinue(
  fields: Omit<BetaThreadContinueParams, 'type'>,
): BetaThreadContinueParams {
  return { type: 'continue', ...fields };
}

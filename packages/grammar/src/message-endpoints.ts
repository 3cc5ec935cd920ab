/**
 * The endpoints that accept message params. A rule with `at` and without `endpoint` applies to
 * these.
 */

/** The path that creates a message. */
export const MESSAGES_PATH = '/v1/messages';

/** The path that counts the tokens of a message. */
export const COUNT_TOKENS_PATH = '/v1/messages/count_tokens';

/** The path that creates a batch of messages. */
export const BATCHES_PATH = '/v1/messages/batches';

/** All three as endpoint patterns. */
export const MESSAGE_ENDPOINTS: readonly string[] = [
  'POST /v1/messages',
  'POST /v1/messages/count_tokens',
  'POST /v1/messages/batches',
];

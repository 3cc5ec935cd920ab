/** The endpoints that take message params. A rule with `at` and without `endpoint` is about these. */

/** Creates a message. */
export const MESSAGES_PATH = '/v1/messages';

/** Counts the tokens of a message. */
export const COUNT_TOKENS_PATH = '/v1/messages/count_tokens';

/** Creates a batch of messages. */
export const BATCHES_PATH = '/v1/messages/batches';

/** All three, as endpoint patterns. */
export const MESSAGE_ENDPOINTS: readonly string[] = [
  'POST /v1/messages',
  'POST /v1/messages/count_tokens',
  'POST /v1/messages/batches',
];

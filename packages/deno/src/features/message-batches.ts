// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Message Batches: Processes large sets of Messages requests asynchronously at half the price, at /v1/messages/batches. It left beta in December 2024: delete the header. A feature that a request inside a batch uses still needs its own beta, in the header of the whole batch and never inside the item.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/batch-processing
 * @module
 */
export { MESSAGE_BATCHES_2024_09_24 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'message-batches-2024-09-24';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/batch-processing';

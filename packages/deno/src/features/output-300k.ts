// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * 300k output tokens in batches: Raises the cap of `max_tokens` to 300,000 for requests in a message batch, for texts far longer than the standard limit in one turn. It works in Message Batches only, not in the synchronous Messages API. One such generation can take more than an hour; ordinary batch prices apply.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/batch-processing#extended-output-beta
 * @module
 */
export { OUTPUT_300K_2026_03_24 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'output-300k-2026-03-24';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/batch-processing#extended-output-beta';

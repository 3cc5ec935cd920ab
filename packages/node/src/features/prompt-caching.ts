// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Prompt caching: Reuses the beginning of a prompt that an earlier request already sent, for less money and a faster answer; you mark it with `cache_control`. Generally available since December 17, 2024, so the header does nothing. The SDK deprecates the value; delete it from your requests.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching
 * @module
 */
export { PROMPT_CACHING_2024_07_31 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'prompt-caching-2024-07-31';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching';

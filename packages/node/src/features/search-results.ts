// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Search result blocks: Lets you hand Claude your own search results as `search_result` blocks, in tool results or in a user message, so that it cites them the way it cites web pages. Generally available on the Claude API and Google Cloud since August 2025, on Amazon Bedrock since November 2025. The header is no longer required; delete it.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/search-results
 * @module
 */
export { SEARCH_RESULTS_2025_06_09 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'search-results-2025-06-09';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/search-results';

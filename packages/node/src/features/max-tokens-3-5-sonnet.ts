// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * 8k output tokens for Claude 3.5 Sonnet: Raised the output limit of Claude 3.5 Sonnet to 8,192 tokens from July 2024 on; on August 19, 2024 that became the ordinary limit of the model. The model is retired, so nothing needs this value any more.
 *
 * @see https://platform.claude.com/docs/en/release-notes/overview
 * @module
 */
export { MAX_TOKENS_3_5_SONNET_2024_07_15 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: retired. */
export const beta = 'max-tokens-3-5-sonnet-2024-07-15';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/release-notes/overview';

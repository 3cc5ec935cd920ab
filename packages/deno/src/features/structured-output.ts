// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Structured output (name seen in a client): A value that stands in LiteLLM's table, where it is dropped for every provider. No official page or SDK knows it, so nothing more is claimed here. Structured outputs are another feature, with names in the plural, and need no header.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { STRUCTURED_OUTPUT_2024_03_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'structured-output-2024-03-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

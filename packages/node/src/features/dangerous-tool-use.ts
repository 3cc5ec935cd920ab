// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Dangerous tool use (client marker): A value seen in public clients and documented on no official page. The AI SDK of Vercel adds it when a caller sets its `safeguards` option, and LiteLLM forwards it to most providers. Neither the SDK's types nor the documentation know the value or such a field, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { DANGEROUS_TOOL_USE_2026_09_03 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'dangerous-tool-use-2026-09-03';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

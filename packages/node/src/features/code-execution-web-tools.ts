// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Code execution for web tools (client marker): A value that a public client, the AI SDK of Vercel, sends with `web_search_20260209` and `web_fetch_20260209`, whose dynamic filtering runs code on the results. Official sources name no header for these tools, and the SDK has them in its general params. What the value does, if anything, is not documented.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { CODE_EXECUTION_WEB_TOOLS_2026_02_09 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'code-execution-web-tools-2026-02-09';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

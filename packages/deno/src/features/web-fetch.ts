// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Web fetch tool: Lets Claude read the full content of web pages and PDFs whose addresses already appear in the conversation. Declare a `web_fetch_*` entry in `tools`. It has needed no header since February 17, 2026. Bedrock and Google Cloud do not offer the tool.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool
 * @module
 */
export { WEB_FETCH_2025_09_10 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'web-fetch-2025-09-10';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-fetch-tool';

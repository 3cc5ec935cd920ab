// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Token-efficient tool use: Made the tool calls of Claude Sonnet 3.7 shorter. Claude 4 and later models have it built in, and Sonnet 3.7 is retired, so the header does nothing today. The SDK deprecates the first value; delete it from your requests.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview
 * @module
 */
export { TOKEN_EFFICIENT_TOOLS_2025_02_19, TOKEN_EFFICIENT_TOOLS_2026_03_28 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'token-efficient-tools-2025-02-19';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/overview';

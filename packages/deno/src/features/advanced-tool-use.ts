// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Advanced tool use: One header for three features that came together with Claude Opus 4.5: tool search with `defer_loading`, programmatic tool calling from code execution, and `input_examples` in tool definitions. All three have been generally available on the Claude API since 17 February 2026, so the header does nothing there any more. Amazon Bedrock does not accept it; there and on Google Cloud narrower names are in use: `tool-search-tool-2025-10-19`, and `tool-examples-2025-10-29` for the examples.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 * @module
 */
export { ADVANCED_TOOL_USE_2025_11_20 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'advanced-tool-use-2025-11-20';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool';

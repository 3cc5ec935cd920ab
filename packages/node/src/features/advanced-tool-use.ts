// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Advanced tool use: Used to open three features at once: tool search with `defer_loading`, which finds tools in a large catalog; programmatic tool calling, where code that Claude runs calls your tools; and `input_examples`, which show good calls in a tool definition. All three have been generally available on the Claude API since February 17, 2026, so the header does nothing there any more. Amazon Bedrock does not accept it: there and on Google Cloud narrower names are in use, `tool-search-tool-2025-10-19`, and `tool-examples-2025-10-29` for the examples.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 * @module
 */
export { ADVANCED_TOOL_USE_2025_11_20 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'advanced-tool-use-2025-11-20';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool';

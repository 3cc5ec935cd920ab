// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Tool search on Bedrock and Google Cloud. Tool search lets Claude find tools in a large catalog
 * instead of reading all definitions at once: tools marked `defer_loading` stay out of the context
 * until a `tool_search_tool_*` server tool finds them. On the Claude API this needs no header. On
 * Amazon Bedrock and Google Cloud this is the name of the beta that enables it; the Claude API's
 * own name was `advanced-tool-use-2025-11-20`, which Bedrock does not accept.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { toolSearchToolRegex20251119 } from '@beta-headers/deno/tool-search-tool';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   tools: [toolSearchToolRegex20251119()],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { TOOL_SEARCH_TOOL_2025_10_19 } from '@beta-headers/constants';

/** `BetaToolSearchToolBm25_20251119` of `@anthropic-ai/sdk`. */
export type BetaToolSearchToolBm25_20251119 = sdk.BetaToolSearchToolBm25_20251119;

/** `BetaToolSearchToolRegex20251119` of `@anthropic-ai/sdk`. */
export type BetaToolSearchToolRegex20251119 = sdk.BetaToolSearchToolRegex20251119;

/** `BetaToolSearchToolResultBlockParam` of `@anthropic-ai/sdk`. */
export type BetaToolSearchToolResultBlockParam = sdk.BetaToolSearchToolResultBlockParam;

/**
 * Builds a value for `tools[]`, which needs `tool-search-tool-2025-10-19`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * toolSearchToolRegex20251119();
 * ```
 */
export function toolSearchToolRegex20251119(
  fields: Omit<BetaToolSearchToolRegex20251119, 'type' | 'name'> = {},
): BetaToolSearchToolRegex20251119 {
  return { type: 'tool_search_tool_regex_20251119', name: 'tool_search_tool_regex', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `tool-search-tool-2025-10-19`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * toolSearchToolBm2520251119();
 * ```
 */
export function toolSearchToolBm2520251119(
  fields: Omit<BetaToolSearchToolBm25_20251119, 'type' | 'name'> = {},
): BetaToolSearchToolBm25_20251119 {
  return { type: 'tool_search_tool_bm25_20251119', name: 'tool_search_tool_bm25', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `tool-search-tool-2025-10-19`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * toolSearchToolRegex();
 * ```
 */
export function toolSearchToolRegex(
  fields: Omit<BetaToolSearchToolRegex20251119, 'type' | 'name'> = {},
): BetaToolSearchToolRegex20251119 {
  return { type: 'tool_search_tool_regex', name: 'tool_search_tool_regex', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `tool-search-tool-2025-10-19`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * toolSearchToolBm25();
 * ```
 */
export function toolSearchToolBm25(
  fields: Omit<BetaToolSearchToolBm25_20251119, 'type' | 'name'> = {},
): BetaToolSearchToolBm25_20251119 {
  return { type: 'tool_search_tool_bm25', name: 'tool_search_tool_bm25', ...fields };
}

/**
 * Builds a value for `messages[].content[].**`, which needs `tool-search-tool-2025-10-19`. Sets
 * `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/tool-search-tool
 *
 * @example
 * ```ts
 * toolSearchToolResultBlock({
 *   content: { error_code: 'invalid_tool_input', type: 'tool_search_tool_result_error' },
 *   tool_use_id: 'toolu_01',
 * });
 * ```
 */
export function toolSearchToolResultBlock(
  fields: Omit<BetaToolSearchToolResultBlockParam, 'type'>,
): BetaToolSearchToolResultBlockParam {
  return { type: 'tool_search_tool_result', ...fields };
}

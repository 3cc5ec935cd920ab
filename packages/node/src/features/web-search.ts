// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Web search tool. Lets Claude search the web within a request and cite what it finds. Declare a
 * `web_search_*` entry in `tools`. On the Claude API the tool needs no header. Google Cloud offers
 * the basic `web_search_20250305` and wants this value for it, on Messages but not on token
 * counting.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { webSearch20250305 } from '@beta-headers/node/web-search';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   tools: [webSearch20250305()],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { WEB_SEARCH_2025_03_05 } from '@beta-headers/constants';

/** `BetaWebSearchTool20250305` of `@anthropic-ai/sdk`. */
export type BetaWebSearchTool20250305 = sdk.BetaWebSearchTool20250305;

/**
 * Builds a value for `tools[]`, which needs `web-search-2025-03-05`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/web-search-tool
 *
 * @example
 * ```ts
 * webSearch20250305();
 * ```
 */
export function webSearch20250305(
  fields: Omit<BetaWebSearchTool20250305, 'type' | 'name'> = {},
): BetaWebSearchTool20250305 {
  return { type: 'web_search_20250305', name: 'web_search', ...fields };
}

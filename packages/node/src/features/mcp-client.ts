// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * MCP connector. Lets Claude call tools on remote MCP servers straight from the Messages API,
 * without an MCP client of your own. You name the servers in `mcp_servers` and choose their tools
 * with `mcp_toolset` entries in `tools`. The calls come back as `mcp_tool_use` and
 * `mcp_tool_result` blocks, which stay in the conversation when you replay it, so the header stays
 * as well.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { mcpToolset } from '@beta-headers/node/mcp-client';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   mcp_servers: [
 *     { type: 'url', name: 'example', url: 'https://mcp.example.com' },
 *   ],
 *   max_tokens: 1024,
 *   tools: [mcpToolset({ mcp_server_name: 'example' })],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export {
  MCP_CLIENT_2025_04_04,
  MCP_CLIENT_2025_11_20,
  MCP_CLIENT_2026_09_15,
} from '@beta-headers/constants';

/** `BetaMCPToolListingBlockParam` of `@anthropic-ai/sdk`. */
export type BetaMCPToolListingBlockParam = sdk.BetaMCPToolListingBlockParam;

/** `BetaMCPToolParam` of `@anthropic-ai/sdk`. */
export type BetaMCPToolParam = sdk.BetaMCPToolParam;

/** `BetaMCPToolUseBlockParam` of `@anthropic-ai/sdk`. */
export type BetaMCPToolUseBlockParam = sdk.BetaMCPToolUseBlockParam;

/** `BetaMCPToolset` of `@anthropic-ai/sdk`. */
export type BetaMCPToolset = sdk.BetaMCPToolset;

/** `BetaRequestMCPServerToolConfiguration` of `@anthropic-ai/sdk`. */
export type BetaRequestMCPServerToolConfiguration = sdk.BetaRequestMCPServerToolConfiguration;

/** `BetaRequestMCPServerURLDefinition` of `@anthropic-ai/sdk`. */
export type BetaRequestMCPServerURLDefinition = sdk.BetaRequestMCPServerURLDefinition;

/** `BetaRequestMCPToolResultBlockParam` of `@anthropic-ai/sdk`. */
export type BetaRequestMCPToolResultBlockParam = sdk.BetaRequestMCPToolResultBlockParam;

/**
 * Builds a value for `mcp_servers[].tool_configuration`, which needs `mcp-client-2025-04-04`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector#deprecated-version-mcp-client-2025-04-04
 *
 * @example
 * ```ts
 * toolConfiguration({ allowed_tools: ['example'] });
 * ```
 */
export function toolConfiguration(
  fields: BetaRequestMCPServerToolConfiguration = {},
): BetaRequestMCPServerToolConfiguration {
  return { ...fields };
}

/**
 * Builds a value for `mcp_servers`, which needs `mcp-client-2025-04-04`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector#deprecated-version-mcp-client-2025-04-04
 *
 * @example
 * ```ts
 * mcpServer({ name: 'example', url: 'https://mcp.example.com' });
 * ```
 */
export function mcpServer(
  fields: Omit<BetaRequestMCPServerURLDefinition, 'type'>,
): BetaRequestMCPServerURLDefinition {
  return { type: 'url', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `mcp-client-2025-11-20`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * mcpToolset({ mcp_server_name: 'example' });
 * ```
 */
export function mcpToolset(fields: Omit<BetaMCPToolset, 'type'>): BetaMCPToolset {
  return { type: 'mcp_toolset', ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `mcp-client-2025-11-20`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * mcpToolUseBlock({ id: 'example', input: {}, name: 'example', server_name: 'example' });
 * ```
 */
export function mcpToolUseBlock(
  fields: Omit<BetaMCPToolUseBlockParam, 'type'>,
): BetaMCPToolUseBlockParam {
  return { type: 'mcp_tool_use', ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `mcp-client-2025-11-20`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * mcpToolResultBlock({ tool_use_id: 'toolu_01' });
 * ```
 */
export function mcpToolResultBlock(
  fields: Omit<BetaRequestMCPToolResultBlockParam, 'type'>,
): BetaRequestMCPToolResultBlockParam {
  return { type: 'mcp_tool_result', ...fields };
}

/**
 * Builds a value for `tools[].tools`, which needs `mcp-client-2026-09-15`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * mcpTool({ input_schema: { type: 'object' }, name: 'example' });
 * ```
 */
export function mcpTool(fields: BetaMCPToolParam): BetaMCPToolParam {
  return { ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `mcp-client-2026-09-15`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-connector
 *
 * @example
 * ```ts
 * mcpToolListingBlock({
 *   mcp_server_name: 'example',
 *   tools: [{ input_schema: { type: 'object' }, name: 'example' }],
 * });
 * ```
 */
export function mcpToolListingBlock(
  fields: Omit<BetaMCPToolListingBlockParam, 'type'>,
): BetaMCPToolListingBlockParam {
  return { type: 'mcp_tool_listing', ...fields };
}

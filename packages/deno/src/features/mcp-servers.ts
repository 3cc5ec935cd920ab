// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * MCP servers (client marker): A value seen in public clients. LiteLLM knows it and drops it for every provider, Anthropic included. No official page documents it, so nothing more is claimed here. For remote MCP servers use the MCP connector and its documented beta.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { MCP_SERVERS_2025_12_04 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'mcp-servers-2025-12-04';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * MCP tunnels: A tunnel lets Claude reach MCP servers inside your private network without opening an inbound port. The beta opens the management API at /v1/tunnels: creating tunnels, their certificates and their tokens. A tunnel turns away MCP traffic until it has at least one CA certificate. A research preview that may change without a deprecation period; ask for access first.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/mcp-tunnels/reference#tunnels-api
 * @module
 */
export { MCP_TUNNELS_2026_06_22 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'mcp-tunnels-2026-06-22';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/agents-and-tools/mcp-tunnels/reference#tunnels-api';

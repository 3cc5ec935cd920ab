// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Agent memory stores: Memory stores are collections of text documents that survive a Managed Agents session: the agent reads and writes them as files, and you read, edit and audit them through the API. This beta opens /v1/memory_stores and everything below it. The general Managed Agents beta opens it as well, but sending both is answered with 400, so a client-wide managed-agents header breaks calls that would otherwise be right.
 *
 * @see https://platform.claude.com/docs/en/managed-agents/memory
 * @module
 */
export { AGENT_MEMORY_2026_07_22 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'agent-memory-2026-07-22';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/managed-agents/memory';

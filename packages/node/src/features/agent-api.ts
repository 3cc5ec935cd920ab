// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Agent API (before Managed Agents): A value that programs sent to the endpoints for agents and environments in spring 2026. No official page documents it, and the SDK does not know it. The API refuses it beside a managed-agents value. Code that still sends it should move to `managed-agents-2026-04-01`, which is documented.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { AGENT_API_2026_03_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'agent-api-2026-03-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

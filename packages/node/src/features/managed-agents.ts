// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Claude Managed Agents: An agent harness that Anthropic runs for you: you define an agent and an environment once, start sessions, and exchange events with them while Claude works with its tools in a sandbox. The beta opens the endpoints for agents, environments, sessions, deployments and their runs, and vaults. Every request to them needs it, reads included. Sessions keep their state on the server, so they fall outside zero data retention.
 *
 * @see https://platform.claude.com/docs/en/managed-agents/overview
 * @module
 */
export { MANAGED_AGENTS_2026_04_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'managed-agents-2026-04-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/managed-agents/overview';

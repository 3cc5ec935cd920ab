// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Workload identity federation: Exchanges an OIDC token of your own identity provider for a short-lived Claude API token, so that no long-lived key is stored. The official SDK sends the value on that exchange alone, beside oauth-2025-04-20. On a refresh_token grant it must not be sent.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/workload-identity-federation
 * @module
 */
export { OIDC_FEDERATION_2026_04_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'oidc-federation-2026-04-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/workload-identity-federation';

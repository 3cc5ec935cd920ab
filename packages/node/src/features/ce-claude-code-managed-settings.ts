// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Claude Code managed settings: Reads and writes the settings that a Claude Enterprise organization imposes on its members' Claude Code: one set for all, or one for each RBAC group with a default. Needs an organization-level Admin API key with a managed-settings scope. Without the header, or from an organization that is not enabled, requests answer 404.
 *
 * @see https://platform.claude.com/docs/en/api/beta/organization/claude_code/managed_settings/configuration/retrieve
 * @module
 */
export { CE_CLAUDE_CODE_MANAGED_SETTINGS_2026_10_06 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'ce-claude-code-managed-settings-2026-10-06';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta/organization/claude_code/managed_settings/configuration/retrieve';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Plugins API (Claude Enterprise): Lists and manages the plugins of a Claude Enterprise organization: upload plugins and versions, choose which version members are served, control who may use each, and check a marketplace before you connect it. It belongs to the Admin API and needs an Admin API key with a plugin scope. Without the header the endpoints answer 404, exactly as if they did not exist.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/plugins-api
 * @module
 */
export { CE_PLUGINS_2026_09_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'ce-plugins-2026-09-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/plugins-api';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * User management (Claude Enterprise): Manages the groups and the custom roles of a Claude Enterprise organization through the Admin API. These endpoints left beta on August 19, 2026: delete the header. Members and invites never needed it.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/user-management
 * @module
 */
export { CE_USER_MANAGEMENT_2026_07_13 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'ce-user-management-2026-07-13';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/user-management';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Sign a member out: Ends the sessions of one member of a Claude Enterprise organization, for example after a lost device. You cannot sign out the primary owner or the person whose key you use. Without the header the request answers 400; where the beta is not enabled, 400 with the error code `organization_not_enrolled_in_beta`.
 *
 * @see https://platform.claude.com/docs/en/api/beta/organization/users
 * @module
 */
export { ADMIN_USER_SIGN_OUT_2026_10_08 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'admin-user-sign-out-2026-10-08';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta/organization/users';

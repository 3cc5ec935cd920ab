// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * OAuth token authentication: Says that a request is authenticated with an OAuth bearer token instead of an API key. The official SDK appends it to every request when it holds token credentials, and to token refreshes. The credentials decide whether it is needed, not the body; with an API key leave it out.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/authentication
 * @module
 */
export { OAUTH_2025_04_20 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'oauth-2025-04-20';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/authentication';

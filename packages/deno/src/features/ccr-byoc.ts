// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Claude Code on the web (client marker): A value that clients of Claude Code on the web send to `/v1/sessions`. Without it the list of sessions is refused. These are the sessions of a Claude subscription, not those of Managed Agents. No official page explains the value.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { CCR_BYOC_2025_07_29 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'ccr-byoc-2025-07-29';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Listing spend limits: Lists the spend limits of an organization: per user, seat tier and group in Claude Enterprise; for the organization, its workspaces and its usage tier in Claude Console. Only the list needs the beta. Reading one limit, setting or deleting one, the effective report and the increase requests need none.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/spend-limits-api
 * @module
 */
export { SPEND_LIMIT_READS_2026_09_26 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'spend-limit-reads-2026-09-26';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/spend-limits-api';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Usage and cost by dimension: Two reports for Claude Console and Claude Enterprise organizations alike: token usage, and cost in USD, grouped and filtered by model, workspace, API key, user and more. They replace the older usage and cost reports, which are now called legacy and still work without a header.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/usage-cost-analytics-api
 * @module
 */
export { ANALYTICS_USAGE_COST_2026_08_24 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'analytics-usage-cost-2026-08-24';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/usage-cost-analytics-api';

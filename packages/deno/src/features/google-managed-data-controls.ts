// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Data controls on Google Cloud's Agent Platform: Sets which encryption key and which storage bucket apply to requests that reach Claude through Google Cloud's Agent Platform: for a Google Cloud project of yours, or for one end customer behind a user profile. Each of the two controls is off or on, with a Cloud KMS key or a Cloud Storage bucket for each region, and the answer tells whether the region has validated it and applies it. A profile's own key or bucket goes before the project's. The calls themselves go to the Claude API, and a project must have been proved to be yours.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform
 * @module
 */
export { GOOGLE_MANAGED_DATA_CONTROLS_2026_09_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'google-managed-data-controls-2026-09-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/setup-google-cloud-agent-platform';

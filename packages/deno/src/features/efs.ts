// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * External Storage (Enterprise Frontier Safeguards): Keeps the data that Anthropic's safeguards retain of your requests in a bucket of your own, on Amazon S3 or Google Cloud Storage. It is part of Enterprise Frontier Safeguards, zero data retention for organizations that use the most capable models. The endpoints register, activate, rename and delete such storage; `inference_data_privacy` attaches it to a workspace, and says whether Anthropic's human review applies there. Anthropic approves External Storage for the organization, the workspace or the user profile first, and turning human review off needs an approval of its own.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/customer-owned-storage
 * @module
 */
export { EFS_2026_10_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'efs-2026-10-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/enterprise-frontier-safeguards/customer-owned-storage';

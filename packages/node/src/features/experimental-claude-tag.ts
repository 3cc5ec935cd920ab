// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Claude Tag API: Manages Claude Tag, Claude as a teammate in Slack, for a Claude Enterprise organization: settings of channels and workspaces, and the access bundles attached to them. It does from code what an owner otherwise sets by hand in claude.ai, and needs an Admin API key with a Claude Tag scope.
 *
 * @see https://platform.claude.com/docs/en/manage-claude/claude-tag-api
 * @module
 */
export { EXPERIMENTAL_CLAUDE_TAG_2026_10_21 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'experimental-claude-tag-2026-10-21';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/manage-claude/claude-tag-api';

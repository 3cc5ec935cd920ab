// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Claude Code marker: A marker that Claude Code sends with its own requests; unlike any other value here, its date has no hyphens. No official page documents it, and nothing is known that a caller of the API would need it for. It matters when a gateway forwards the requests of Claude Code to another platform.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { CLAUDE_CODE_20250219 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'claude-code-20250219';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Prompt cache scope: A value that Claude Code sends by itself. Reports of users connect it with a `scope` field inside `cache_control` that the API refuses without it. No official page explains the value or the field, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { PROMPT_CACHING_SCOPE_2026_01_05 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'prompt-caching-scope-2026-01-05';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

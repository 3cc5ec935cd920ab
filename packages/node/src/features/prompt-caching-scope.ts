// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Prompt cache scope (client marker): A value that Claude Code sends by itself. A report connects it with a `scope` field inside `cache_control`, which was refused when a gateway did not send the value. No official page documents the value or the field, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { PROMPT_CACHING_SCOPE_2026_01_05 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'prompt-caching-scope-2026-01-05';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

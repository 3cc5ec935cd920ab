// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Adaptive thinking (client marker): A value that Claude Code has been seen to send, named after adaptive thinking. Adaptive thinking itself (`thinking.type: adaptive`) stands in the general request parameters and needs no header. No official page documents the value, so nothing more is claimed here; Google Cloud has rejected a request of Claude Code over it.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { ADAPTIVE_THINKING_2026_01_28 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'adaptive-thinking-2026-01-28';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

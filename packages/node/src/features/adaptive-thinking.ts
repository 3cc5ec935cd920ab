// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Adaptive thinking (early marker): A value that official clients sent when adaptive thinking was new. Adaptive thinking itself (`thinking.type: adaptive`) is generally available and needs no header. No official page explains this value; all that is known is that Claude Code sent it and that some platforms reject it.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { ADAPTIVE_THINKING_2026_01_28 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'adaptive-thinking-2026-01-28';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

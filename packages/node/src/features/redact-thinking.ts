// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Hidden thinking (client marker): A value that Claude Code sends by default so that thinking is not shown in its interface. The maker of Claude Code says that it changes neither thinking itself nor its budget. No official page documents it; to keep thinking out of an answer, use the documented `thinking.display`.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { REDACT_THINKING_2026_02_12 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'redact-thinking-2026-02-12';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * 1M token context window: Used to raise the context window from 200k to 1M tokens. Models with a 1M window have it by default today, without a header and at standard prices; on Claude Sonnet 4 and 4.5 the value lost its effect on April 30, 2026, so longer requests fail there. Sending it is harmless on the Claude API and does nothing.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/context-windows
 * @module
 */
export { CONTEXT_1M_2025_08_07 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'context-1m-2025-08-07';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/context-windows';

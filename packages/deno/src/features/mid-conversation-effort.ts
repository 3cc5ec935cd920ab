// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Per-message effort (an early name): The value that the AI SDK of Vercel sent with a per-message effort until it took the documented one, `mid-conversation-output-config-2026-07-01`. What the API makes of this name is not known, so a request that sends it alone gets the documented value as well.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/effort-per-message
 * @module
 */
export { MID_CONVERSATION_EFFORT_2026_08_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'mid-conversation-effort-2026-08-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/effort-per-message';

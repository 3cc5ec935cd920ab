// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Interleaved thinking: Lets Claude think between tool calls instead of only before the first one, while you use manual extended thinking (`thinking.type: enabled` with a token budget). It is a header alone: no field of the request says that you want it. Models with adaptive thinking interleave by themselves, so the header matters for Claude 4, 4.1 and 4.5 models and, deprecated, for Sonnet 4.6. With it, `budget_tokens` may exceed `max_tokens`, because it covers the whole assistant turn.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/extended-thinking
 * @module
 */
export { INTERLEAVED_THINKING_2025_05_14 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'interleaved-thinking-2025-05-14';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/extended-thinking';

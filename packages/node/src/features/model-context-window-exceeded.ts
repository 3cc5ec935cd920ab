// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Stop reason at the context window limit: Lets you ask for the maximum number of output tokens without computing the input size: a response that reaches the context window ends with `stop_reason: model_context_window_exceeded` instead of failing validation. Claude Sonnet 4.5 and every newer model do so by default; earlier models opt in with the header.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons
 * @module
 */
export { MODEL_CONTEXT_WINDOW_EXCEEDED_2025_08_26 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'model-context-window-exceeded-2025-08-26';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/handling-stop-reasons';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Effort: `output_config.effort` trades thoroughness for speed and cost: it steers how many tokens Claude spends on thinking, text and tool calls. The parameter has been generally available since February 5, 2026 and needs no header. The value began as the beta for Claude Opus 4.5, and AWS still documents it for that model on Bedrock. Google Cloud has rejected the header by name, so do not send it there.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/effort
 * @module
 */
export { EFFORT_2025_11_24 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'effort-2025-11-24';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/effort';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Per-turn control (client marker): The value that Claude Code sends when a message in the middle of a conversation carries `output_config`. Measured at the Claude API: with it the request passes, without it the field is refused. No official page explains it. In your own requests send the documented value, `mid-conversation-output-config-2026-07-01`, which opens the same field.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { PER_TURN_CONTROL_2026_07_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'per-turn-control-2026-07-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

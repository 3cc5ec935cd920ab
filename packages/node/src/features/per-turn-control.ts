// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Per-turn control (client marker): A value seen in a public client. LiteLLM lists it among the values that it forwards to the Claude API, Google Cloud, Foundry and Bedrock's Messages endpoint. No official page documents what it does, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { PER_TURN_CONTROL_2026_07_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'per-turn-control-2026-07-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

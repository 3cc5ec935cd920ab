// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Thinking token estimates: Adds `estimated_tokens` to the `thinking_delta` events of a stream, so that you can show progress while the thinking itself is hidden. Each value is a coarse increment; add them up for a running estimate. It is a display hint and no billing figure: `usage.output_tokens` stays authoritative. The header alone turns it on.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { THINKING_TOKEN_COUNT_2026_05_13 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'thinking-token-count-2026-05-13';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Cache diagnostics: Explains an unexpected prompt-cache miss: send `diagnostics.previous_message_id`, and the response says where this request diverged from that earlier one. Generally available on the Claude API since September 23, 2026. The `diagnostics` object is the opt-in; include it on every turn, with a null id on the first. The header is no longer needed and does nothing.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/cache-diagnostics
 * @module
 */
export { CACHE_DIAGNOSIS_2026_04_07 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'cache-diagnosis-2026-04-07';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/cache-diagnostics';

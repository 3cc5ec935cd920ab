// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * 1-hour cache duration: Lets a cached prompt prefix live for an hour instead of five minutes: `cache_control: {type: ephemeral, ttl: "1h"}`. Generally available since August 13, 2025, so the header does nothing. The SDK deprecates the value; delete it from your requests.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/prompt-caching#1-hour-cache-duration
 * @module
 */
export { EXTENDED_CACHE_TTL_2025_04_11 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'extended-cache-ttl-2025-04-11';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/prompt-caching#1-hour-cache-duration';

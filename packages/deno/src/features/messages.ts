// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Messages API (first beta): The beta under which the Messages API began in December 2023. The API has been generally available since February 2024 and is the ordinary way to call Claude today. Nothing needs this value any more; it is kept here so that old code can be told what happened.
 *
 * @see https://platform.claude.com/docs/en/api/messages
 * @module
 */
export { MESSAGES_2023_12_15 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'messages-2023-12-15';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/messages';

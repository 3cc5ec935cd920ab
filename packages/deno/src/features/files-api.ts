// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Files API: Uploads a file once and lets any number of Messages requests refer to it by `file_id`, as a document, an image or an upload into a code execution container. It has been generally available since August 19, 2026: neither `/v1/files` nor a `file` source in a message needs a header on the Claude API. The old header is not harmless, though: on `/v1/files` it still switches the answers to their beta shapes.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/files
 * @module
 */
export { FILES_API_2025_04_14 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: legacy-shape. */
export const beta = 'files-api-2025-04-14';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/files';

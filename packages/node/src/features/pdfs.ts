// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * PDF support: Lets Claude read PDF documents, their text and their pages as images, from `document` blocks in Messages. It left beta in December 2024: delete the header. On Google Cloud the value has been rejected, which takes a whole request down for a header that does nothing.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/pdf-support
 * @module
 */
export { PDFS_2024_09_25 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: graduated. */
export const beta = 'pdfs-2024-09-25';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/pdf-support';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * 128k output tokens: Raised the output limit of Claude Sonnet 3.7 to 128k tokens. That model was retired on February 19, 2026, and current models reach their limits without a header. For more than the standard limit in batches, see `output-300k-2026-03-24`.
 *
 * @see https://platform.claude.com/docs/en/about-claude/models/migration-guide
 * @module
 */
export { OUTPUT_128K_2025_02_19 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: retired. */
export const beta = 'output-128k-2025-02-19';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/about-claude/models/migration-guide';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Dreams: A dream is an asynchronous job that reads a memory store together with past session transcripts and writes a reorganized store: duplicates merged, stale entries replaced, new insights added. By default the result goes to a new store, so you can review it before you use it. A research preview: your organization needs access, and the managed-agents header alone does not open it.
 *
 * @see https://platform.claude.com/docs/en/managed-agents/dreams
 * @module
 */
export { DREAMING_2026_04_21 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'dreaming-2026-04-21';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/managed-agents/dreams';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Fast mode: `speed: "fast"` runs the same model with up to 2.5 times as many output tokens a second, at a premium price. On Claude Opus 5.5, Fable 5.2 and Mythos 5.2 it is generally available and needs no header. On Opus 5 and Opus 4.8 it is still a research preview, and there any `speed`, even `"standard"`, needs the header. The header without `speed` changes nothing.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/fast-mode
 * @module
 */
export { FAST_MODE_2026_02_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: preview. */
export const beta = 'fast-mode-2026-02-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/fast-mode';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * AFK mode (client marker): A value that Claude Code sends while its Auto Mode is active. Users saw the Claude API reject it in March 2026. No official page documents it, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/api/beta-headers
 * @module
 */
export { AFK_MODE_2026_01_31 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'afk-mode-2026-01-31';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/api/beta-headers';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Progress updates while thinking: `thinking.display: "updates"` returns the short progress notes that newer models write between tool calls, while the reasoning itself stays hidden. Each note arrives as its own `thinking` block just before the tool call, so a long agentic turn is not silent for your users. The values `summarized` and `omitted` need no header.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/thinking#progress-updates
 * @module
 */
export { THINKING_DISPLAY_UPDATES_2026_08_18 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'thinking-display-updates-2026-08-18';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/thinking#progress-updates';

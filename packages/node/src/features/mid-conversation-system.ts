// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Mid-conversation system messages (client marker): A value that a public client, the AI SDK of Vercel, sends with every `role: "system"` message that is not the first. The feature is generally available, and Anthropic's page says that no beta header is required. No official page documents the value, so nothing more is claimed here.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages
 * @module
 */
export { MID_CONVERSATION_SYSTEM_2026_04_07 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: internal. */
export const beta = 'mid-conversation-system-2026-04-07';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages';

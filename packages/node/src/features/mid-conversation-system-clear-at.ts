// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Turn-scoped system messages: Limits a mid-conversation `role: "system"` message to the current turn: with `clear_at: "next_user_message"` its text is shown to the model only until a later user message exists. The message stays in `messages` unchanged, costs no input tokens from then on, and keeps the prompt cache and later thinking blocks valid. Use it for reminders that belong to one turn of a tool loop.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#turn-scoped-system-messages
 * @module
 */
export { MID_CONVERSATION_SYSTEM_CLEAR_AT_2026_08_21 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'mid-conversation-system-clear-at-2026-08-21';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#turn-scoped-system-messages';

// Generated from packages/manifest by tools/codegen. Do not edit: change the manifest and run `npm run generate`.
/**
 * Mid-conversation tool changes: Offers a tool to Claude, or withdraws it, from one point of a conversation onward, without editing `tools`, so that the prompt cache keeps matching. You put `tool_addition` and `tool_removal` blocks into a `role: "system"` message; each names a tool that `tools` declares. On the Claude API `inline-tools-2026-09-15` covers the same blocks and definitions by value as well; this value also works on Bedrock and Google Cloud.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#mid-conversation-tool-changes
 * @module
 */
export { MID_CONVERSATION_TOOL_CHANGES_2026_07_01 } from '@beta-headers/constants';

/** The newest beta of the feature that people may use. Stage: beta. */
export const beta = 'mid-conversation-tool-changes-2026-07-01';

/** The page that explains the feature. */
export const docs = 'https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#mid-conversation-tool-changes';

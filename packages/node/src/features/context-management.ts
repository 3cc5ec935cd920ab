// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Context editing. Keeps a long conversation small by rule instead of by summary: before Claude
 * reads it, the API clears old tool results (`clear_tool_uses_20250919`) or old thinking
 * (`clear_thinking_20251015`). You list the edits in `context_management.edits`; your own copy of
 * the conversation stays as it is. The third edit there, `compact_20260112`, summarizes instead and
 * has a beta of its own, `compact-2026-01-12`.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { clearToolUses20250919 } from '@beta-headers/node/context-management';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   context_management: { edits: [clearToolUses20250919()] },
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { CONTEXT_MANAGEMENT_2025_06_27 } from '@beta-headers/constants';

/** `BetaClearThinking20251015Edit` of `@anthropic-ai/sdk`. */
export type BetaClearThinking20251015Edit = sdk.BetaClearThinking20251015Edit;

/** `BetaClearToolUses20250919Edit` of `@anthropic-ai/sdk`. */
export type BetaClearToolUses20250919Edit = sdk.BetaClearToolUses20250919Edit;

/** `BetaContextManagementConfig` of `@anthropic-ai/sdk`. */
export type BetaContextManagementConfig = sdk.BetaContextManagementConfig;

/**
 * Builds a value for `context_management.edits[]`, which needs `context-management-2025-06-27`.
 * Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @example
 * ```ts
 * clearToolUses20250919();
 * ```
 */
export function clearToolUses20250919(
  fields: Omit<BetaClearToolUses20250919Edit, 'type'> = {},
): BetaClearToolUses20250919Edit {
  return { type: 'clear_tool_uses_20250919', ...fields };
}

/**
 * Builds a value for `context_management.edits[]`, which needs `context-management-2025-06-27`.
 * Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @example
 * ```ts
 * clearThinking20251015();
 * ```
 */
export function clearThinking20251015(
  fields: Omit<BetaClearThinking20251015Edit, 'type'> = {},
): BetaClearThinking20251015Edit {
  return { type: 'clear_thinking_20251015', ...fields };
}

/**
 * Builds a value for `context_management`, which needs `context-management-2025-06-27`.
 * @see https://platform.claude.com/docs/en/build-with-claude/context-editing
 *
 * @example
 * ```ts
 * contextManagement({ edits: [{ type: 'clear_tool_uses_20250919' }] });
 * ```
 */
export function contextManagement(
  fields: BetaContextManagementConfig = {},
): BetaContextManagementConfig {
  return { ...fields };
}

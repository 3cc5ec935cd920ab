// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Inline tool definitions. Lets a `tool_addition` block in a `role: "system"` message carry a
 * tool's whole definition, so that a conversation can gain a tool, change its schema or move a
 * server tool to a newer version without touching `tools` or losing the prompt cache. It covers
 * adding and removing tools by reference too. A definition that holds an `mcp_toolset` needs the
 * beta of the MCP connector as well. Keep at least one non-deferred tool in `tools`.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#define-tools-in-a-message-beta
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { toolAdditionBlock } from '@beta-headers/deno/inline-tools';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   messages: [
 *     { role: 'user', content: 'Hello' },
 *     {
 *       role: 'system',
 *       content: [
 *         toolAdditionBlock({
 *           tool: { type: 'tool_reference', name: 'example' },
 *         }),
 *       ],
 *     },
 *   ],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { INLINE_TOOLS_2026_09_15 } from '@beta-headers/constants';

/** `BetaRequestToolAdditionBlock` of `@anthropic-ai/sdk`. */
export type BetaRequestToolAdditionBlock = sdk.BetaRequestToolAdditionBlock;

/** `BetaRequestToolRemovalBlock` of `@anthropic-ai/sdk`. */
export type BetaRequestToolRemovalBlock = sdk.BetaRequestToolRemovalBlock;

/** `BetaToolChangeToolDefinitionParam` of `@anthropic-ai/sdk`. */
export type BetaToolChangeToolDefinitionParam = sdk.BetaToolChangeToolDefinitionParam;

/**
 * Builds a value for `messages[].content[]`, which needs `inline-tools-2026-09-15`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#define-tools-in-a-message-beta
 *
 * @example
 * ```ts
 * toolAdditionBlock({ tool: { type: 'tool_reference', name: 'example' } });
 * ```
 */
export function toolAdditionBlock(
  fields: Omit<BetaRequestToolAdditionBlock, 'type'>,
): BetaRequestToolAdditionBlock {
  return { type: 'tool_addition', ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `inline-tools-2026-09-15`. Sets `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#define-tools-in-a-message-beta
 *
 * @example
 * ```ts
 * toolRemovalBlock({ tool: { type: 'tool_reference', name: 'example' } });
 * ```
 */
export function toolRemovalBlock(
  fields: Omit<BetaRequestToolRemovalBlock, 'type'>,
): BetaRequestToolRemovalBlock {
  return { type: 'tool_removal', ...fields };
}

/**
 * Builds a value for `messages[].content[].tool`, which needs `inline-tools-2026-09-15`. Sets
 * `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/mid-conversation-system-messages#define-tools-in-a-message-beta
 *
 * @example
 * ```ts
 * toolDefinition({ definition: { input_schema: { type: 'object' }, name: 'example' } });
 * ```
 */
export function toolDefinition(
  fields: Omit<BetaToolChangeToolDefinitionParam, 'type'>,
): BetaToolChangeToolDefinitionParam {
  return { type: 'tool_definition', ...fields };
}

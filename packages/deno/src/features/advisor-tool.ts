// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Advisor tool. Lets a fast, cheaper model ask a stronger one for advice in the middle of its work.
 * You add the server tool `advisor_20260301` with the advisor's `model`; the API hands the advisor
 * the whole conversation and gives its plan back as an `advisor_tool_result` block. It is meant for
 * long agent runs, and executor and advisor must be a pair that the documentation lists. Amazon
 * Bedrock, Google Cloud and Microsoft Foundry do not offer it.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { advisor20260301 } from '@beta-headers/deno/advisor-tool';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   tools: [advisor20260301({ model: 'claude-opus-5-5' })],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { ADVISOR_TOOL_2026_03_01 } from '@beta-headers/constants';

/** `BetaAdvisorTool20260301` of `@anthropic-ai/sdk`. */
export type BetaAdvisorTool20260301 = sdk.BetaAdvisorTool20260301;

/** `BetaAdvisorToolResultBlockParam` of `@anthropic-ai/sdk`. */
export type BetaAdvisorToolResultBlockParam = sdk.BetaAdvisorToolResultBlockParam;

/**
 * Builds a value for `tools[]`, which needs `advisor-tool-2026-03-01`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @example
 * ```ts
 * advisor20260301({ model: 'claude-opus-5-5' });
 * ```
 */
export function advisor20260301(
  fields: Omit<BetaAdvisorTool20260301, 'type' | 'name'>,
): BetaAdvisorTool20260301 {
  return { type: 'advisor_20260301', name: 'advisor', ...fields };
}

/**
 * Builds a value for `messages[].content[]`, which needs `advisor-tool-2026-03-01`. Sets `type`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/advisor-tool
 *
 * @example
 * ```ts
 * advisorToolResultBlock({
 *   content: { error_code: 'max_uses_exceeded', type: 'advisor_tool_result_error' },
 *   tool_use_id: 'toolu_01',
 * });
 * ```
 */
export function advisorToolResultBlock(
  fields: Omit<BetaAdvisorToolResultBlockParam, 'type'>,
): BetaAdvisorToolResultBlockParam {
  return { type: 'advisor_tool_result', ...fields };
}

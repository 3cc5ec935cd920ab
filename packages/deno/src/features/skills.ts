// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.
/**
 * Agent Skills and the Skills API: A skill is a folder of instructions, scripts and resources that
 * Claude loads when a task calls for it: the ready-made ones for PowerPoint, Excel, Word and PDF,
 * or your own, uploaded at /v1/skills. On the Claude API it has been generally available since
 * August 19, 2026; load skills through `container.skills` without a header. The old header still
 * works, and on /v1/skills it brings back the old response shapes.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/skills-guide
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { skill } from '@beta-headers/deno/skills';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   container: { skills: [skill({ type: 'anthropic', skill_id: 'pptx' })] },
 *   tools: [{ name: 'code_execution', type: 'code_execution_20260521' }],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { SKILLS_2025_10_02 } from '@beta-headers/constants';

/** `BetaSkillParams` of the SDK. */
export type BetaSkillParams = sdk.BetaSkillParams;

/**
 * Builds what goes to `container.skills` and needs `skills-2025-10-02`.
 * @see https://platform.claude.com/docs/en/build-with-claude/skills-guide
 *
 * @example
 * ```ts
 * skill({ type: 'anthropic', skill_id: 'pptx' });
 * ```
 */
export function skill(fields: BetaSkillParams): BetaSkillParams {
  return { ...fields };
}

// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Task budgets. Tells Claude how many tokens it has for a whole agent run, thinking, tool calls and
 * tool results included. The model sees the countdown and finishes in good order instead of being
 * cut off. You set `output_config.task_budget` with a `total`, and `remaining` when you carry the
 * budget over a compaction of your own. The budget is advice, not a limit: `max_tokens` still caps
 * each single response.
 *
 * @see https://platform.claude.com/docs/en/build-with-claude/task-budgets
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/node';
 * import { taskBudget } from '@beta-headers/node/task-budgets';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5-5',
 *   max_tokens: 1024,
 *   output_config: { task_budget: taskBudget({ total: 50000 }) },
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export { TASK_BUDGETS_2026_03_13 } from '@beta-headers/constants';

/** `BetaTokenTaskBudget` of `@anthropic-ai/sdk`. */
export type BetaTokenTaskBudget = sdk.BetaTokenTaskBudget;

/**
 * Builds a value for `output_config.task_budget`, which needs `task-budgets-2026-03-13`. Sets
 * `type`.
 * @see https://platform.claude.com/docs/en/build-with-claude/task-budgets
 *
 * @example
 * ```ts
 * taskBudget({ total: 50000 });
 * ```
 */
export function taskBudget(fields: Omit<BetaTokenTaskBudget, 'type'>): BetaTokenTaskBudget {
  return { type: 'tokens', ...fields };
}

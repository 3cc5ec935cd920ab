// Generated from packages/manifest by tools/codegen. Do not edit:
// change the manifest and run `npm run generate`.

/**
 * Computer use. Lets Claude operate a desktop: it asks for screenshots, mouse moves and key
 * presses, your program carries them out and sends the picture back. Each tool version,
 * `computer_20241022`, `computer_20250124` and `computer_20251124`, has a beta of its own. Since
 * August 19, 2026 there is a generally available successor that needs no header, the toolset
 * `computer_toolset_20260801`; the Claude 5.5 models on the Claude API and on Google Cloud accept
 * nothing else.
 *
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * import Anthropic from '@anthropic-ai/sdk';
 * import { betaMiddleware } from '@beta-headers/deno';
 * import { computer20251124 } from '@beta-headers/deno/computer-use';
 *
 * const client = new Anthropic({ middleware: [betaMiddleware()] });
 * const message = await client.beta.messages.create({
 *   model: 'claude-opus-5',
 *   max_tokens: 1024,
 *   tools: [computer20251124({ display_height_px: 800, display_width_px: 1280 })],
 *   messages: [{ role: 'user', content: 'Hello' }],
 * });
 * console.log(message.content);
 * ```
 * @module
 */
import type * as sdk from '@anthropic-ai/sdk/resources/beta/messages/messages';
export {
  COMPUTER_USE_2024_10_22,
  COMPUTER_USE_2025_01_24,
  COMPUTER_USE_2025_11_24,
} from '@beta-headers/constants';

/** `BetaToolBash20241022` of `@anthropic-ai/sdk`. */
export type BetaToolBash20241022 = sdk.BetaToolBash20241022;

/** `BetaToolComputerUse20241022` of `@anthropic-ai/sdk`. */
export type BetaToolComputerUse20241022 = sdk.BetaToolComputerUse20241022;

/** `BetaToolComputerUse20250124` of `@anthropic-ai/sdk`. */
export type BetaToolComputerUse20250124 = sdk.BetaToolComputerUse20250124;

/** `BetaToolComputerUse20251124` of `@anthropic-ai/sdk`. */
export type BetaToolComputerUse20251124 = sdk.BetaToolComputerUse20251124;

/** `BetaToolTextEditor20241022` of `@anthropic-ai/sdk`. */
export type BetaToolTextEditor20241022 = sdk.BetaToolTextEditor20241022;

/**
 * Builds a value for `tools[]`, which needs `computer-use-2024-10-22`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * computer20241022({ display_height_px: 800, display_width_px: 1280 });
 * ```
 */
export function computer20241022(
  fields: Omit<BetaToolComputerUse20241022, 'type' | 'name'>,
): BetaToolComputerUse20241022 {
  return { type: 'computer_20241022', name: 'computer', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `computer-use-2024-10-22`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * bash20241022();
 * ```
 */
export function bash20241022(
  fields: Omit<BetaToolBash20241022, 'type' | 'name'> = {},
): BetaToolBash20241022 {
  return { type: 'bash_20241022', name: 'bash', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `computer-use-2024-10-22`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * textEditor20241022();
 * ```
 */
export function textEditor20241022(
  fields: Omit<BetaToolTextEditor20241022, 'type' | 'name'> = {},
): BetaToolTextEditor20241022 {
  return { type: 'text_editor_20241022', name: 'str_replace_editor', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `computer-use-2025-01-24`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * computer20250124({ display_height_px: 800, display_width_px: 1280 });
 * ```
 */
export function computer20250124(
  fields: Omit<BetaToolComputerUse20250124, 'type' | 'name'>,
): BetaToolComputerUse20250124 {
  return { type: 'computer_20250124', name: 'computer', ...fields };
}

/**
 * Builds a value for `tools[]`, which needs `computer-use-2025-11-24`. Sets `type` and `name`.
 * @see https://platform.claude.com/docs/en/agents-and-tools/tool-use/computer-use-tool
 *
 * @example
 * ```ts
 * computer20251124({ display_height_px: 800, display_width_px: 1280 });
 * ```
 */
export function computer20251124(
  fields: Omit<BetaToolComputerUse20251124, 'type' | 'name'>,
): BetaToolComputerUse20251124 {
  return { type: 'computer_20251124', name: 'computer', ...fields };
}

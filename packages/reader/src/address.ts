/** Decides if a request goes to a Claude API, or to a gateway before one. */
import type { DraftHeader } from './draft-header.ts';
import { findShape } from './shape.ts';

/** Tests if an address may be one of a Claude API or of a gateway before it. */
export function isClaudeAddress(url: string): boolean {
  return /anthropic|claude|bedrock|aiplatform|services\.ai\.azure|\/v1\/(?:messages|complete|files|models|skills|chat\/completions|responses|agents|sessions)\b|\/messages(?:[/?]|$)|\/model\/.*\/(?:invoke|converse)/i.test(
    url.slice(0, 4000),
  );
}

/** Tests if the address, a header or the body shows a request to Claude. */
export function isForClaude(url: string, headers: readonly DraftHeader[], body?: unknown): boolean {
  return (
    isClaudeAddress(url) ||
    headers.some(({ name }) => /^anthropic-/i.test(name)) ||
    findShape(body) !== undefined
  );
}

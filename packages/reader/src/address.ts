/** Decides if a request goes to a Claude API, or to a gateway before one. */
import type { DraftHeader } from './draft-header.ts';
import { findShape } from './json/shape.ts';

/** The hosts of other vendors. Gateways before Claude have the same paths. */
const OTHER_HOST =
  /^(?:https?:\/\/)?(?:[^/@]*@)?(?:api\.openai\.com|api\.mistral\.ai|api\.groq\.com|api\.x\.ai|generativelanguage\.googleapis\.com|[\w-]+\.openai\.azure\.com)(?::\d+)?(?:\/|$)/i;

/** Tests if an address may be one of a Claude API or of a gateway before it. */
export function isClaudeAddress(url: string): boolean {
  const head = url.slice(0, 4000);
  if (OTHER_HOST.test(head)) return false;
  return /anthropic|claude|bedrock|aiplatform|services\.ai\.azure|\/v1\/(?:messages|complete|files|models|skills|chat\/completions|responses|agents|sessions)\b|\/messages(?:[/?]|$)|\/model\/.*\/(?:invoke|converse)/i.test(
    head,
  );
}

/** Tests if the address, a header or the body shows a request to Claude. */
export function isForClaude(url: string, headers: readonly DraftHeader[], body?: unknown): boolean {
  return (
    isClaudeAddress(url) ||
    headers.some(({ name }) => /^anthropic-/i.test(name)) ||
    (findShape(body) !== undefined && !OTHER_HOST.test(url.slice(0, 4000)))
  );
}

/** Beta ids inside other text. */

/** `mcp-client-2025-11-20`; also `claude-code-20250219`, which is dated without hyphens. */
const ID =
  /(?<![A-Za-z0-9_-])(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*-20\d{2}-\d{2}-\d{2}|claude-code-20\d{6})(?![A-Za-z0-9-])/g;
const WHOLE = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*-20\d{2}-?\d{2}-?\d{2}$/;

/** Whether a string is a beta id, with words and a date. */
export const isBetaId = (text: string): boolean => WHOLE.test(text);

/** Every beta id in a text, once, in its order. Dated model ids (`claude-opus-4-20250514`) are none. */
export function betaIdsIn(text: string): string[] {
  return [...new Set(text.match(ID) ?? [])];
}

/**
 * The same as the main module, for pages: the readers of code, the larger half, are loaded when a
 * text may be code.
 * @module
 */
import { type CodeReaders, readWith } from './read-base.ts';
import type { Reading, ReadOptions } from './types.ts';

export { MAX_TEXT } from './read-base.ts';

const NONE: CodeReaders = {
  findCalls: () => [],
  findFrameworkCalls: () => [],
  findStatements: () => [],
  addOuterHeaders: (_, draft) => draft,
  isOtherLanguage: () => false,
};

/**
 * Reads any text, as `readText` does. Loads the readers of code once, for the first text that may
 * be code.
 * @example
 * ```ts
 * const reading = await readTextLazily('anthropic-beta: files-api-2025-04-14');
 * ```
 */
export async function readTextLazily(text: string, options: ReadOptions = {}): Promise<Reading> {
  if (!mayBeCode(text)) return readWith(text, options, NONE);
  const { CODE_READERS } = await import('./code-readers.ts');
  return readWith(text, options, CODE_READERS);
}

/** A call, and no JSON as a whole. Code without a call has no request. */
const CALL =
  /[\w$)\]>!?]\s{0,4}(?:\(|\{)|\bnew\b|=>|\$\w+\s?=|\bheaders?\b\s?[.[]|\.(?:post|get|put|patch|delete|create)\b/;

function mayBeCode(text: string): boolean {
  if (typeof text !== 'string' || !CALL.test(text)) return false;
  if (!/^\s*[{[]/.test(text)) return true;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

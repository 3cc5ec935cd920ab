/**
 * The same as the main module, for pages: the readers of code, the larger half, are loaded when a
 * text may be code, and the classifier of errors when a text may be one.
 * @module
 */
import { ClassifierNotLoaded, type CodeReaders, readWith } from './read-base.ts';
import type { Classify } from './text.ts';
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
 * Reads any text, as `readText` does. Loads the readers of code and the classifier of errors once,
 * for the first text that needs them.
 * @example
 * ```ts
 * const reading = await readTextLazily('anthropic-beta: files-api-2025-04-14');
 * ```
 */
export async function readTextLazily(text: string, options: ReadOptions = {}): Promise<Reading> {
  const code = mayBeCode(text) ? (await import('./code-readers.ts')).CODE_READERS : NONE;
  try {
    return readWith(text, options, code, classify);
  } catch (error) {
    if (!(error instanceof ClassifierNotLoaded)) throw error;
    classify = (await import('@beta-headers/core/errors')).classifyBetaError;
    return readWith(text, options, code, classify);
  }
}

let classify: Classify = () => {
  throw new ClassifierNotLoaded();
};

/** Loads the functions that classify the error of a reading. */
export const loadClassifiers = (): Promise<typeof import('./classify-reading.ts')> =>
  import('./classify-reading.ts');

/** A call, and no JSON as a whole. Code without a call has no request. */
const CALL =
  /[\w$)\]>!?](?:\(|\{)|\bnew\b|=>|\$\w+\s?=|\bheaders?\b\s?[.[]|\.(?:post|get|put|patch|delete|create)\b/;

/** Words before a bracket, which prose has as well. Only code quotes its values. */
const SPACED_CALL = /[\w$)\]>!?]\s{1,4}(?:\(|\{)/;
const QUOTE = /["'`]/;

function mayBeCode(text: string): boolean {
  if (typeof text !== 'string') return false;
  if (!CALL.test(text) && !(QUOTE.test(text) && SPACED_CALL.test(text))) return false;
  if (!/^\s*[{[]/.test(text)) return true;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

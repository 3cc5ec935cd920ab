/**
 * The same as the main module, for pages: the readers of code and of commands, and the classifier
 * of errors, which are the larger part, are loaded for the first text that needs them.
 * @module
 */
import { type CodeReaders, NotLoaded, type Parts, readWith } from './read-base.ts';
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
 * Reads any text, as `readText` does. Loads the readers of code, the readers of commands and the
 * classifier of errors once each, for the first text that needs them.
 * @example
 * ```ts
 * const reading = await readTextLazily('anthropic-beta: files-api-2025-04-14');
 * ```
 */
export async function readTextLazily(text: string, options: ReadOptions = {}): Promise<Reading> {
  const [commands, code] = await Promise.all([loadCommands(text), loadCode(text)]);
  try {
    return readWith(text, options, { classify: askForClassifier, commands, code });
  } catch (error) {
    if (!(error instanceof NotLoaded)) throw error;
  }
  const { classifyBetaError } = await loadClassifier();
  return readWith(text, options, { classify: classifyBetaError, commands, code });
}

/** Loads the functions that classify an error or a log. */
export const loadClassifier = (): Promise<typeof import('./classify-reading.ts')> =>
  import('./classify-reading.ts');

const askForClassifier = (): never => {
  throw new NotLoaded();
};

/** A name of a program for requests, before its first argument. */
const COMMAND = /\bcurl|bedrock-runtime|\bInvoke-|\b(?:iwr|irm|https?|xhs?)\b[ \t`]/i;

const loadCommands = async (text: string): Promise<Parts['commands']> =>
  COMMAND.test(text) ? (await import('./commands.ts')).COMMAND_READERS : [];

const loadCode = async (text: string): Promise<CodeReaders> =>
  mayBeCode(text) ? (await import('./code-readers.ts')).CODE_READERS : NONE;

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

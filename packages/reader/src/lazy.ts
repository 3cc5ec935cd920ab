/**
 * The same as the main module, for pages. The larger part, which reads code, commands and errors,
 * is loaded for the first text that needs it.
 * @module
 */
import { type CodeReaders, NotLoaded, type Parts, readWith } from './read-base.ts';
import type { SourceParts } from './text.ts';
import type { Reading, ReadOptions } from './types.ts';

export { MAX_TEXT } from './read-base.ts';

const NONE: CodeReaders = {
  findPowerShell: () => ({ drafts: [] }),
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
  let parts: Parts = { ...ASKING, commands, code };
  for (;;) {
    try {
      return readWith(text, options, parts);
    } catch (error) {
      if (!(error instanceof NotLoaded)) throw error;
      parts = { ...parts, ...(await loadPart(error.part)) };
    }
  }
}

const loadPart = async (part: keyof SourceParts): Promise<Partial<SourceParts>> =>
  part === 'literals'
    ? { literals: await import('./literals.ts') }
    : { classify: (await loadClassifier()).classifyBetaError };

/** Loads the functions that classify an error or a log. */
export const loadClassifier = (): Promise<typeof import('./classify-reading.ts')> =>
  import('./classify-reading.ts');

const ask = (part: keyof SourceParts) => (): never => {
  throw new NotLoaded(part);
};

/** Parts that ask for themselves at the first call. */
const ASKING: SourceParts = {
  classify: ask('classify'),
  literals: { readLiteral: ask('literals'), toLiteralBody: ask('literals') },
};

/** A name of a program for requests, before its first argument. */
const COMMAND = /\bcurl|\bwget|bedrock-runtime|\b(?:https?|xhs?)[ \t]/;

const loadCommands = async (text: string): Promise<Parts['commands']> =>
  COMMAND.test(text) ? (await import('./commands.ts')).COMMAND_READERS : [];

const loadCode = async (text: string): Promise<CodeReaders> =>
  mayBeCode(text) ? (await import('./code-readers.ts')).CODE_READERS : NONE;

/** A call, and no JSON as a whole. Code without a call has no request. */
const CALL =
  /[\w$)\]>!?](?:\(|\s{0,4}\{|\s{1,4}\((?=[\s"'`{[$]|\w+\s?,))|\bnew\b|=>|\$\w+\s?=|\bheaders?\b\s?[.[]|\.(?:post|get|put|patch|delete|create)\b/;

const POWERSHELL = /\b(?:Invoke-|iwr|irm)/i;

function mayBeCode(text: string): boolean {
  if (typeof text !== 'string' || !(CALL.test(text) || POWERSHELL.test(text))) return false;
  if (!/^\s*[{[]/.test(text)) return true;
  try {
    JSON.parse(text);
    return false;
  } catch {
    return true;
  }
}

/** Reads a text with all readers. */
import { classifyBetaError } from '@beta-headers/core/errors';
import { CODE_PARTS } from './code/code-parts.ts';
import { makeCodeReaders } from './code/code-readers.ts';
import { COMMAND_READERS } from './commands/commands.ts';
import * as decorations from './decorations.ts';
import * as http from './http.ts';
import * as joined from './joined.ts';
import * as exported from './json/exported.ts';
import * as json from './json/read-json.ts';
import { readLiteral, toLiteralBody } from './literals/literals.ts';
import { describeNone } from './none-texts-en.ts';
import { readWith } from './read-base.ts';
import * as texts from './text-readers.ts';
import type { Reading, ReadOptions } from './types.ts';

/**
 * Reads any text as a request to Claude, a list of betas, an error or a log, or says why it is none
 * of these. Runs nothing, sends nothing, reads no file, and never throws. A value that the text
 * does not have is reported in `unknown` and never guessed.
 * @example
 * ```ts
 * const reading = readText(`curl https://api.anthropic.com/v1/messages \\
 *   -H 'anthropic-beta: files-api-2025-04-14' -d '{"model": "claude-opus-5-5"}'`);
 * if (reading.kind === 'request') plan(reading.request, { platform: reading.platform?.guess });
 * ```
 */
export function readText(text: string, options: ReadOptions = {}): Reading {
  return readWith(text, options, {
    classify: classifyBetaError,
    literals: { readLiteral, toLiteralBody },
    commands: COMMAND_READERS,
    decorations,
    exported,
    http,
    json,
    joined,
    texts,
    describeNone,
    code: makeCodeReaders((part) => CODE_PARTS[part]),
  });
}

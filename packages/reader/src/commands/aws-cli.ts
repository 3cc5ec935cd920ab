/** Reads commands of the AWS CLI that call a model on Bedrock. Runs nothing, and reads no file. */
import { formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import type { Draft, Found } from '../draft.ts';
import { escapeKey } from '../draft-header.ts';
import { type Body, JsonText, type Unknown } from '../json/body.ts';
import { parseJson, splitPointer } from '../json/json.ts';
import { makeJsonProblem, makeNone } from '../none.ts';
import { locate, rangeOf, type Source, trimPiece } from '../text.ts';
import type { NoneReading } from '../types.ts';
import { type Command, splitCommand, type Word } from './shell.ts';

const AWS =
  /(?<![\w./@-])aws[ \t]+(?:--[\w-]+[ \t]+[^\s-]\S*[ \t]+){0,4}bedrock-runtime[ \t]+(invoke-model|converse)(?:-with-response-stream|-stream)?(?![\w-])/g;
const MAX_COMMANDS = 200;
/** Each quotation that does not end is read up to the end of the text. */
const MAX_PROBLEMS = 5;
/** The options of `converse` that are fields of its body. */
const FIELDS: Readonly<Record<string, string>> = {
  '--messages': 'messages',
  '--system': 'system',
  '--inference-config': 'inferenceConfig',
  '--tool-config': 'toolConfig',
  '--additional-model-request-fields': 'additionalModelRequestFields',
  '--guardrail-config': 'guardrailConfig',
};

/** Finds all commands in a text. */
export function findAwsCli(source: Source): Found {
  const drafts: Draft[] = [];
  let problem: NoneReading | undefined;
  let problems = 0;
  let end = 0;
  for (const match of source.text.matchAll(AWS)) {
    if (match.index < end) continue;
    if (drafts.length >= MAX_COMMANDS || problems >= MAX_PROBLEMS) break;
    const command = splitCommand(source, match.index);
    const isConverse = match[1] === 'converse';
    const isStream = match[0].endsWith('stream');
    const found = readCommand(source, command, { isConverse, isStream });
    if ('kind' in found) {
      problem ??= found;
      problems += 1;
      continue;
    }
    drafts.push(found);
    end = command.end;
  }
  return { drafts, problem };
}

function readCommand(
  source: Source,
  command: Command,
  { isConverse, isStream }: { isConverse: boolean; isStream: boolean },
): Draft | NoneReading {
  const { unclosed, start, end, words } = command;
  if (unclosed !== undefined)
    return makeNone('curl-quote', source, { start: unclosed, end: unclosed + 1 });
  const options = readOptions(words);
  const unknown: Unknown[] = [];
  const model = options.get('--model-id');
  const isKnown = model !== undefined && !model.hasVariable;
  if (!isKnown)
    unknown.push({ part: 'model', why: 'variable', range: model && rangeOf(model.piece) });
  const body = isConverse
    ? readFields(source, options, unknown)
    : readBody(source, options.get('--body'), unknown);
  if (body && 'kind' in body) return body;
  if (options.has('--cli-input-json')) unknown.push({ part: 'body', why: 'file' });
  const form = isConverse ? 'converse' : 'invoke';
  const path = formatPlatformPath({
    form,
    path: MESSAGES_PATH,
    model: isKnown ? model.piece.text : '{modelId}',
    stream: isStream,
  });
  return {
    format: 'code',
    range: { start, end },
    method: 'POST',
    sdkPath: path.replace('%7BmodelId%7D', '{modelId}'),
    client: isConverse ? 'bedrock-converse' : 'bedrock',
    headers: [],
    ...(body && { body }),
    unknown,
  };
}

function readOptions(words: readonly Word[]): Map<string, Word> {
  const options = new Map<string, Word>();
  for (const [i, { piece }] of words.entries()) {
    const value = words[i + 1];
    if (piece.text.startsWith('--') && value && !value.piece.text.startsWith('--'))
      options.set(piece.text, value);
  }
  return options;
}

/** Reads the JSON of an option; `undefined` if a file or a variable has it. */
function readBody(
  source: Source,
  word: Word | undefined,
  unknown: Unknown[],
  part = 'body',
): Body | NoneReading | undefined {
  if (!word) return undefined;
  const piece = trimPiece(word.piece);
  const isFile = /^fileb?:\/\//.test(piece.text);
  if (isFile || (word.hasVariable && !piece.text.startsWith('{'))) {
    unknown.push({ part, why: isFile ? 'file' : 'variable', range: rangeOf(piece) });
    return undefined;
  }
  const json = parseJson(piece.text);
  if (json.problem === undefined) return new JsonText(piece, json.value).toBody();
  // The short form of the CLI, base64, or a text with variables.
  if (word.hasVariable || !/^[{[]/.test(piece.text)) {
    unknown.push({ part, why: word.hasVariable ? 'variable' : 'form', range: rangeOf(piece) });
    return undefined;
  }
  return makeJsonProblem(
    source,
    json.problem,
    Math.min(locate(piece, json.at), source.text.length),
  );
}

/** Makes the body of `converse` from its options. */
function readFields(
  source: Source,
  options: ReadonlyMap<string, Word>,
  unknown: Unknown[],
): Body | NoneReading {
  const parts = new Map<string, Body>();
  for (const [option, name] of Object.entries(FIELDS)) {
    const body = readBody(source, options.get(option), unknown, `/${name}`);
    if (body && 'kind' in body) return body;
    if (body) parts.set(name, body);
  }
  const value = Object.fromEntries([...parts].map(([name, body]) => [name, body.value]));
  const [first] = parts.values();
  const resolve = (pointer: string): [Body | undefined, string] => {
    const [name = '', ...rest] = splitPointer(pointer);
    return [parts.get(name), rest.map((key) => `/${escapeKey(key)}`).join('')];
  };
  return {
    value,
    range: first?.range ?? { start: 0, end: 0 },
    unknown: [],
    find: (pointer, isValue) => {
      const [body, rest] = resolve(pointer);
      return rest === '' ? body?.range : body?.find(rest, isValue);
    },
    findText: (pointer) => {
      const [body, rest] = resolve(pointer);
      return body?.findText?.(rest);
    },
  };
}

/** Finds calls of the SDKs for Go, C#, Java, Kotlin, Ruby and PHP. */
import type { Platform } from '@beta-headers/core';
import { formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import type { Body, Unknown } from '../json/body.ts';
import type { Entry, Node } from '../literals/literal-node.ts';
import { openReader } from '../literals/typed-literal.ts';
import type { Range } from '../text.ts';
import type { Dialect } from './dialect.ts';
import type { Evaluator } from './evaluate.ts';
import { findSdkMethod } from './sdk-methods.ts';
import { ParamsNormalizer } from './typed-params.ts';

/** A call of an SDK, as a draft has it. */
export interface TypedCall {
  readonly range: Range;
  readonly method: string;
  readonly sdkPath: string;
  readonly isBetaMethod: boolean;
  readonly client?: Platform | undefined;
  readonly body?: Body;
  readonly unknown: readonly Unknown[];
}

const VERB =
  /\b(?:create|Create|New|createStreaming|CreateStreaming|NewStreaming|stream|Stream|stream_raw|createStream|createAsync|CreateAsync|count_?[tT]okens|CountTokens|list|List|ListAutoPaging|retrieve|Retrieve|Get|retrieveMetadata|RetrieveMetadata|GetMetadata|delete|Delete|upload|Upload|download|Download|invoke_?[mM]odel|InvokeModel(?:Async)?)\s{0,4}\(/g;
const CHAIN = /(?:[$@]?[A-Za-z_]\w{0,60}(?:\(\))?\s{0,80}(?:\??\.|->|::)\s{0,4}){1,8}$/;
const VERBS: Readonly<Record<string, string>> = {
  new: 'create',
  newstreaming: 'stream',
  createstreaming: 'stream',
  createstream: 'stream',
  createasync: 'create',
  stream_raw: 'stream',
  listautopaging: 'list',
  get: 'retrieve',
  getmetadata: 'retrieve_metadata',
  counttokens: 'count_tokens',
  retrievemetadata: 'retrieve_metadata',
};
const MAX_CALLS = 200;

/** The classes and options of clients for a platform. */
const CLIENTS: readonly (readonly [RegExp, Platform])[] = [
  [/Mantle/, 'bedrock-mantle'],
  [/\bbedrock\.With|BedrockBackend|Anthropic\w{0,10}Bedrock|Bedrock(?:\\)?Client\b/, 'bedrock'],
  [/\bvertex\.With|VertexBackend|Anthropic\w{0,10}Vertex|Vertex(?:\\)?Client\b/, 'vertex'],
  [/FoundryBackend|Anthropic\w{0,10}Foundry|Foundry(?:\\)?Client\b/, 'foundry'],
];

/** Finds all calls of a text. */
export function findTypedCalls(text: string, dialect: Dialect, evaluator: Evaluator): TypedCall[] {
  const calls: TypedCall[] = [];
  let end = 0;
  for (const { 0: verb, index } of text.matchAll(VERB)) {
    if (index < end || calls.length >= MAX_CALLS) continue;
    const lead = CHAIN.exec(text.slice(Math.max(0, index - 160), index))?.[0] ?? '';
    const start = index - lead.length;
    if (/(?:\/\/|#|\*)[^\n]*$/.test(text.slice(Math.max(0, start - 80), start))) continue;
    const call = readCall({
      text,
      dialect,
      evaluator,
      start,
      open: index + verb.length - 1,
      lead,
      verb,
    });
    if (!call) continue;
    calls.push(call);
    end = call.range.end;
  }
  return calls;
}

interface Found {
  readonly text: string;
  readonly dialect: Dialect;
  readonly evaluator: Evaluator;
  readonly start: number;
  /** The bracket of the arguments. */
  readonly open: number;
  readonly lead: string;
  readonly verb: string;
}

function readCall(found: Found): TypedCall | undefined {
  const { text, dialect, evaluator, start, open, lead, verb } = found;
  const name = verb.replace(/\s*\($/, '');
  const isInvoke = /^invoke/i.test(name);
  const sdk = isInvoke ? undefined : findSdkMethod(toChain(lead, name));
  if (!isInvoke && (!sdk || sdk.isOpenAi || sdk.isTranslated)) return undefined;
  const reader = openReader(text, open, dialect);
  const { args, named } = reader.readArguments();
  const range = { start, end: reader.at };
  const normalizer = new ParamsNormalizer(text, evaluator, dialect === 'php');
  const params = findParams(args, named, range, (node) => normalizer.normalize(node));
  if (isInvoke) return readInvoke(params, range, evaluator);
  if (!sdk) return undefined;
  const client = CLIENTS.find(([form]) => form.test(text.slice(0, 100_000)))?.[1];
  const hasBody = sdk.method === 'POST';
  const body = hasBody && params ? evaluator.toBody(params) : undefined;
  const isMissing = hasBody && !params && /messages/.test(sdk.path);
  return {
    range,
    method: sdk.method,
    sdkPath: sdk.path,
    isBetaMethod: sdk.isBeta,
    client,
    ...(body && { body: body.value === undefined ? emptyBody(body) : body }),
    unknown: isMissing ? [{ part: 'body', why: 'variable', range }] : [],
  };
}

const emptyBody = (body: Body): Body => ({ ...body, value: {} });

/** Turns `client.Beta.Messages.New` and `$client->messages->create` into a chain of Python. */
function toChain(lead: string, verb: string): string {
  const words = lead
    .replaceAll(/\(\)|\s|\?/g, '')
    .replaceAll(/->|::/g, '.')
    .split('.')
    .filter((word) => word !== '')
    .map((word) => word.replace(/^[$@]/, '').replace(/^[A-Z]/, (letter) => letter.toLowerCase()));
  const name = VERBS[verb.toLowerCase()] ?? verb.replace(/^[A-Z]/, (one) => one.toLowerCase());
  return [...words, name].join('.');
}

/** Finds the arguments by name, or the argument that is an object. */
function findParams(
  args: readonly Node[],
  named: readonly Entry[],
  { start, end }: Range,
  normalize: (node: Node) => Node,
): Node | undefined {
  const own = named.filter(({ key }) => key !== 'request_options' && key !== 'requestOptions');
  if (own.some(({ key }) => key)) return normalize({ kind: 'object', start, end, entries: own });
  const normalized = args.map((one) => normalize(one));
  return (
    normalized.find(({ kind }) => kind === 'object') ??
    normalized.find(({ kind }, i) => kind !== 'text' && (i > 0 || args.length === 1))
  );
}

/** Reads InvokeModel of the AWS SDKs, whose body is JSON. */
function readInvoke(
  params: Node | undefined,
  range: Range,
  evaluator: Evaluator,
): TypedCall | undefined {
  if (!params) return undefined;
  const { entries } = evaluator.listEntries(params);
  const find = (...keys: string[]): Node | undefined =>
    entries.find(({ key }) => key !== undefined && keys.includes(key))?.value;
  const modelNode = find('model_id');
  const bodyNode = find('body');
  if (!modelNode && !bodyNode) return undefined;
  const model = modelNode && evaluator.resolve(modelNode);
  const isKnown = model?.kind === 'text' && model.isWhole;
  const path = formatPlatformPath({
    form: 'invoke',
    path: MESSAGES_PATH,
    model: isKnown ? model.piece.text : '{modelId}',
    stream: false,
  });
  const body = bodyNode && evaluator.toBody(bodyNode);
  return {
    range,
    method: 'POST',
    sdkPath: path.replace('%7BmodelId%7D', '{modelId}'),
    isBetaMethod: false,
    client: 'bedrock',
    ...(body?.value !== undefined && { body }),
    unknown: [
      ...(isKnown ? [] : [{ part: 'model', why: 'variable', range: modelNode } as const]),
      ...(body?.value === undefined ? [{ part: 'body', why: 'variable', range } as const] : []),
    ],
  };
}

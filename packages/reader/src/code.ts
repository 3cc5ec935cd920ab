/** Finds calls of the API in Python, TypeScript and JavaScript. Runs nothing. */

import { MESSAGES_PATH, platformPath } from '@beta-headers/grammar';
import { isClaudeAddress } from './address.ts';
import type { Unknown } from './body.ts';
import { type Client, findClients } from './clients.ts';
import { guessDialect } from './dialect.ts';
import type { Draft } from './draft.ts';
import type { DraftHeader } from './draft-header.ts';
import { Evaluator, readHeaderNode } from './evaluate.ts';
import { type Entry, LiteralReader, type Node } from './literal.ts';
import { findSdkMethod, type SdkMethod } from './sdk-methods.ts';
import { readParameters } from './sdk-parameters.ts';
import type { Piece, Source } from './text.ts';
import { translateBody } from './translated.ts';
import type { Format } from './types.ts';

const CALL =
  /\b(?:create|stream|parse|tool_?[rR]unner|count_?[tT]okens|fetch|Request|undici\.request|axios|ky|got|request|post|put|patch|delete|get|list|retrieve|retrieve_metadata|retrieveMetadata|upload|download|a?completion|messages|invoke_model(?:_with_response_stream)?|converse(?:_stream)?|(?:InvokeModel(?:WithResponseStream)?|Converse(?:Stream)?)Command|Request options: |sending request )\s{0,4}(?:<[\w.]{1,60}>)?(?=[({])/g;
const CHAIN = /(?:[A-Za-z_$][\w$]*(?:\([^()\n]{0,80}\))?!?\??\s*(?:\.|->)\s*)*$/;
const MAX_CALLS = 200;
/** The number of characters beyond which other calls are not read any more, for linear time. */
const MIN_WASTE = 100_000;

/** One call in the code. */
interface Call {
  /** `client.beta.messages.create`, without white space. */
  readonly chain: string;
  readonly start: number;
  readonly end: number;
  /** The offset of its bracket. */
  readonly open: number;
  readonly args: readonly Node[];
  readonly named: readonly Entry[];
}
interface Context {
  readonly source: Source;
  readonly evaluator: Evaluator;
  readonly clients: readonly Client[];
  readonly isPython: boolean;
}

/** Finds all calls of the API in a text. */
export function findCalls(source: Source): Draft[] {
  const { text } = source;
  const drafts: Draft[] = [];
  // Other languages are read by their statements.
  if (guessDialect(text) !== 'code') return drafts;
  let context: Context | undefined;
  let end = 0;
  let wasted = 0;
  for (const { 0: method, index } of text.matchAll(CALL)) {
    if (index < end || drafts.length >= MAX_CALLS || wasted > text.length * 4 + MIN_WASTE) continue;
    const lead = CHAIN.exec(text.slice(Math.max(0, index - 160), index))?.[0] ?? '';
    const chain = (lead + method.replace(/<.*/s, ''))
      .replaceAll('->', '.')
      .replaceAll(/\s|\?|!(?=\.)/g, '');
    if (!mayBeCall(chain) || isComment(text, index - lead.length)) continue;
    context ??= makeContext(source);
    const call = readCall(text, chain, index - lead.length, index + method.length);
    const draft = toDraft(call, context);
    if (draft) {
      drafts.push(draft);
      end = call.end;
    } else wasted += call.end - call.start;
  }
  return drafts;
}

function makeContext(source: Source): Context {
  const evaluator = new Evaluator(source.text);
  return {
    source,
    evaluator,
    clients: findClients(source.text, evaluator),
    isPython: isPython(source.text.slice(0, 100_000)),
  };
}

const isPython = (text: string): boolean =>
  /^[ \t]{0,40}(?:from [\w.]+ import |import [\w., ]{1,200}$|def |print\()|\b(?:True|False|None)\b|\w=["'\d[{]/m.test(
    text,
  ) && !/\b(?:const|let|await new|new Anthropic)\b/.test(text);

/** Tests if the words of a call can be those of the API, before its arguments are read. */
function mayBeCall(chain: string): boolean {
  return (
    /^(?:fetch|Request$|globalThis\.fetch|window\.fetch|undici\.request|urllib\.request\.Request$|axios|ky|got|a?completion|litellm\.a?completion|requests\.|httpx\.|axios\.|ky\.|got\.|Requestoptions:|sendingrequest)/.test(
      chain,
    ) ||
    /(?:^|\.)(?:invoke_model\w*|converse\w*|\w+Command|post|put|patch|request|fetch|get|delete)$/.test(
      chain,
    ) ||
    /\b(?:messages|completions|responses|batches|files|models|skills|beta)\./.test(chain)
  );
}

/** Tests if a call is in a comment of its line. */
function isComment(text: string, at: number): boolean {
  const line = text.slice(Math.max(0, text.lastIndexOf('\n', at - 1) + 1, at - 200), at);
  return /^\s*(?:#|\/\/|\*|--)/.test(line);
}

function readCall(text: string, chain: string, start: number, open: number): Call {
  const reader = new LiteralReader(text, open);
  if (text[open] === '{') {
    const node = reader.readValue();
    return { chain, start, end: reader.at, open, args: [node], named: [] };
  }
  const { args, named } = reader.readArguments();
  return { chain, start, end: reader.at, open, args, named };
}

function toDraft(call: Call, context: Context): Draft | undefined {
  const { chain } = call;
  const method = chain.slice(chain.lastIndexOf('.') + 1);
  if (/^(?:Requestoptions:|sendingrequest)/.test(chain)) return readLogged(call, context);
  if (/^(?:invoke_model|converse|InvokeModel|Converse)/.test(method)) return readAws(call, context);
  const sdk = findSdkMethod(chain);
  if (sdk) return readSdkCall(call, context, sdk);
  return readHttpCall(call, context, method);
}

const findEntry = (entries: readonly Entry[], ...keys: string[]): Node | undefined =>
  entries.findLast(({ key }) => key !== undefined && keys.includes(key))?.value;

const toPiece = (node: Node | undefined, { evaluator }: Context): Piece | undefined => {
  const value = node && evaluator.resolve(node);
  return value?.kind === 'text' ? value.piece : undefined;
};

function makeDraft(call: Call, format: Format): Pick<Draft, 'format' | 'range'> {
  return { format, range: { start: call.start, end: call.end } };
}

/** Makes an object of arguments by name, as a body. */
const toObject = ({ start, end, named }: Call): Node => ({
  kind: 'object',
  start,
  end,
  entries: named,
});

/** Reads `client.messages.create(…)` and its like. */
function readSdkCall(
  call: Call,
  context: Context,
  { path, method, isBeta, isOpenAi, isTranslated }: SdkMethod,
): Draft | undefined {
  const { evaluator, clients, isPython } = context;
  const root = call.chain.split('.')[0];
  const made = clients.filter(({ isCopy }) => !isCopy);
  const only = made.length === 1 && !isTranslated ? made[0] : undefined;
  const client =
    clients.find(({ callAt }) => callAt === call.open) ??
    clients.find(({ variable }) => variable === root) ??
    only;
  if (isOpenAi !== (client?.isOpenAi ?? isOpenAi) && !isOpenAi) return undefined;
  const [first, second] = call.args;
  // In Ruby an object may come before the options, which are named.
  const isObject = first !== undefined && evaluator.resolve(first).kind === 'object';
  const isNamed = call.named.length > 0 && !isObject;
  const params = isNamed ? toObject(call) : first;
  const hasBody = method === 'POST';
  const given = hasBody && params ? evaluator.toBody(params) : undefined;
  const body = given && isTranslated ? translateBody(given) : given;
  const query = hasBody ? undefined : readParameters(call, evaluator);
  const unknown: Unknown[] = [...(client?.unknown ?? []), ...(query?.unknown ?? [])];
  const headers: DraftHeader[] = [...(client?.headers ?? []), ...(query?.headers ?? [])];
  const options = isNamed || !hasBody ? undefined : second;
  if (options)
    headers.push(
      ...readHeaderNode(
        findEntry(evaluator.listEntries(options).entries, 'headers'),
        evaluator,
        unknown,
      ),
    );
  const target = path + (query?.search ?? '');
  const url = client?.base && joinUrl(client.base, target);
  return {
    ...makeDraft(call, isNamed || isPython ? 'python' : 'typescript'),
    method,
    ...(url && { url }),
    sdkPath: target,
    isBetaMethod: isBeta,
    client: client?.platform,
    headers,
    ...(body && { body }),
    unknown,
  };
}

function joinUrl({ text, runs }: Piece, path: string): Piece {
  const base = text.replace(/\/+$/, '').replace(/\/v1$/, '');
  return { text: base + path, runs };
}

/** Joins an address of a client and a path. A whole address stays as it is. */
function joinBase(base: Piece, url: Piece): Piece {
  if (/^\w+:\/\//.test(url.text)) return url;
  return {
    text: `${base.text.replace(/\/+$/, '')}/${url.text.replace(/^\/+/, '')}`,
    runs: url.runs,
  };
}

/** Reads boto3 and the AWS SDK for JavaScript. */
function readAws(call: Call, context: Context): Draft | undefined {
  const { evaluator, isPython } = context;
  const [first] = call.args;
  const object = call.named.length > 0 ? toObject(call) : first;
  if (!object) return undefined;
  const { entries } = evaluator.listEntries(object);
  const isConverse = /converse/i.test(call.chain);
  const isStream = /stream/i.test(call.chain);
  const modelNode = findEntry(entries, 'modelId');
  if (!modelNode && !findEntry(entries, 'body', 'messages')) return undefined;
  const model = toPiece(modelNode, context)?.text ?? '{modelId}';
  const path = platformPath({
    form: isConverse ? 'converse' : 'invoke',
    path: MESSAGES_PATH,
    model,
    stream: isStream,
  });
  const unknown: Unknown[] = [];
  if (model === '{modelId}') unknown.push({ part: 'model', why: 'variable', range: modelNode });
  const bodyNode = isConverse ? object : findEntry(entries, 'body');
  const body = bodyNode && evaluator.toBody(bodyNode);
  return {
    ...makeDraft(call, call.named.length > 0 || isPython ? 'python' : 'typescript'),
    method: 'POST',
    sdkPath: path.replace('%7BmodelId%7D', '{modelId}'),
    client: isConverse ? 'bedrock-converse' : 'bedrock',
    headers: [],
    ...(body && { body }),
    unknown,
  };
}

/** Reads the debug logs of the SDKs, which print the options of a request. */
function readLogged(call: Call, context: Context): Draft | undefined {
  const [first] = call.args;
  if (!first) return undefined;
  const { evaluator } = context;
  const { entries } = evaluator.listEntries(first);
  const options = findEntry(entries, 'options');
  const inner = options ? evaluator.listEntries(options).entries : entries;
  const url = toPiece(findEntry(entries, 'url') ?? findEntry(inner, 'url', 'path'), context);
  if (!url) return undefined;
  const unknown: Unknown[] = [];
  const node = findEntry(inner, 'json_data', 'body', 'json');
  const body = node && evaluator.toBody(node);
  return {
    ...makeDraft(call, 'log'),
    method:
      toPiece(findEntry(inner, 'method') ?? findEntry(entries, 'method'), context)?.text ?? 'POST',
    url,
    headers: readHeaderNode(
      findEntry(entries, 'headers') ?? findEntry(inner, 'headers'),
      evaluator,
      unknown,
    ),
    ...(body && { body }),
    unknown,
  };
}

/** A request of R or Lua sets its method and its body in another call. */
const isOpenPost = (name: string, url: Piece | undefined): boolean =>
  name === 'request' && /\/messages$/.test(url?.text ?? '');

/** The options of HTTP clients, which an object that is a body does not have. */
const OPTION =
  /^(?:headers|body|json|data|content|method|params|searchParams|form|payload|timeout)$/;

/** Reads fetch, axios, requests, httpx and `client.post`. */
function readHttpCall(call: Call, context: Context, name: string): Draft | undefined {
  const { evaluator, isPython } = context;
  const [first, second, third] = call.args;
  const isVerb = /^(?:post|put|patch|delete|get)$/.test(name);
  const isPythonRequest = name === 'request' && call.named.length > 0 && second !== undefined;
  const config = first && evaluator.resolve(first).kind === 'object' ? first : undefined;
  const init =
    call.named.length > 0
      ? toObject(call)
      : (config ?? (name === 'post' && third ? third : second));
  const { entries, isOpen } = init ? evaluator.listEntries(init) : { entries: [], isOpen: false };
  const urlNode =
    isPythonRequest || (call.named.length > 0 && name === 'stream')
      ? second
      : config
        ? undefined
        : first;
  const url = toPiece(urlNode ?? findEntry(entries, 'url', 'uri'), context);
  const unknown: Unknown[] = [];
  const root = call.chain.split('.')[0];
  const client = context.clients.find(({ variable }) => variable === root);
  const headers = [
    ...(client?.headers ?? []),
    ...readHeaderNode(findEntry(entries, 'headers'), evaluator, unknown),
  ];
  const isMarked = headers.some(({ name }) => /^anthropic-/i.test(name));
  if ((!url && !isMarked) || name === 'create') return undefined;
  if (url && !isMarked && !isClaudeAddress(url.text)) return undefined;
  if (!url) unknown.push({ part: 'url', why: 'variable', range: urlNode });
  if (isOpen && init) unknown.push({ part: 'headers', why: 'variable', range: init });
  if (isOpen && init) unknown.push({ part: 'body', why: 'variable', range: init });
  const isAxiosPost =
    second &&
    call.named.length === 0 &&
    isVerb &&
    (third || call.chain.startsWith('axios.') || !entries.some(({ key = '' }) => OPTION.test(key)));
  const bodyNode = isAxiosPost
    ? second
    : findEntry(entries, 'body', 'json', 'data', 'content', 'payload');
  const body = bodyNode && evaluator.toBody(bodyNode);
  const given = toPiece(isPythonRequest ? first : findEntry(entries, 'method'), context)?.text;
  const isPythonCall = call.named.length > 0 || isPython;
  return {
    ...makeDraft(call, name === 'fetch' ? 'fetch' : isPythonCall ? 'python' : 'typescript'),
    method: given ?? (isVerb ? name : bodyNode || isOpenPost(name, url) ? 'POST' : 'GET'),
    ...(url && { url: client?.base ? joinBase(client.base, url) : url }),
    headers,
    ...(body?.value !== undefined && { body }),
    unknown: [...unknown, ...(body && body.value === undefined ? body.unknown : [])],
  };
}

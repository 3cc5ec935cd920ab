/** Reads JSON: bodies, whole requests, HAR, batch lines, lists, errors. */
import { BATCHES_PATH, MESSAGES_PATH, platformPath } from '@beta-headers/grammar';
import { isForClaude } from './address.ts';
import { findNamedBetas, isBetaList, readList } from './beta-list.ts';
import { type Body, JsonText, type Unknown } from './body.ts';
import { type Draft, finish } from './draft.ts';
import { isErrorValue, makeError, readError } from './error.ts';
import { readHeaders, readInner, readWhole } from './json-request.ts';
import { findNestedRequests } from './nested-requests.ts';
import { makeNone } from './none.ts';
import { readCollection } from './postman.ts';
import { findShape, isForOtherModel } from './shape.ts';
import { isObject, type Piece, type Range, type Source } from './text.ts';
import { toReading } from './to-reading.ts';
import type { Format, Reading, ReadOptions } from './types.ts';

type Fields = Record<string, unknown>;

/** Reads a JSON value of the text. */
export function readJsonValue(
  source: Source,
  json: JsonText,
  options: ReadOptions,
): Reading | undefined {
  const { value } = json;
  if (typeof value === 'string') {
    const piece = json.findText('') ?? json.piece;
    if (isBetaList(value)) return readList(source, piece);
    return readError(source, piece) ?? makeNone('json-scalar', source, json.find('', true));
  }
  if (Array.isArray(value)) return readArray(source, json, value);
  if (!isObject(value)) return makeNone('json-scalar', source, json.find('', true));
  const har = readHar(source, json, value);
  if (har) return har;
  const collection = toReading(source, readCollection(json), 'json-request');
  if (collection) return collection;
  if (isResponse(value)) return makeNone('response', source, json.find('', true));
  const draft = toDraft(json, value, '', 'json', options);
  if (draft) return finish(source, draft);
  if (isErrorValue(source, value, json.piece.text)) return makeError(source, json.piece);
  if (isForOtherModel(value)) return makeNone('other-model', source, findModel(json));
  const nested = toReading(source, findNestedRequests(json), 'json-request');
  if (nested) return nested;
  return findNamedBetas(source, json) ?? makeNone('json-other', source, json.find('', true));
}

const findModel = (json: JsonText): Range | undefined =>
  json.find('/model') ?? json.find('/modelId') ?? json.find('', true);

function readArray(source: Source, json: JsonText, list: unknown[]): Reading | undefined {
  if (list.length > 0 && list.every((item) => typeof item === 'string'))
    return isBetaList(list.join(','))
      ? readList(source, json.piece)
      : makeNone('json-other', source, json.find('', true));
  const [first] = list;
  if (list.length === 1 && isObject(first) && isErrorValue(source, first, json.piece.text))
    return makeError(source, json.piece);
  const drafts: Draft[] = [];
  for (const [i, item] of list.entries()) {
    const draft = isObject(item) ? toDraft(json, item, `/${i}`, 'json', {}) : undefined;
    if (draft) drafts.push(draft);
  }
  return (
    toReading(source, drafts, 'json') ??
    readHeaderList(source, json) ??
    makeNone('json-other', source, json.find('', true))
  );
}

/** Reads betas of a list of headers. */
function readHeaderList(source: Source, json: JsonText): Reading | undefined {
  const betas = readHeaders(json, json.value, '').flatMap(({ name, piece }) =>
    piece && /^anthropic-beta$/i.test(name) ? readList(source, piece).betas : [],
  );
  return betas.length > 0 ? { kind: 'betas', format: 'header', betas } : undefined;
}

/** Reads a JSON value as a request; `undefined` for anything else. */
export function readDraft(json: JsonText): Draft | undefined {
  const { value } = json;
  return isObject(value) && !isResponse(value) ? toDraft(json, value, '', 'json', {}) : undefined;
}

/** Reads an object as a body whatever its fields; `undefined` for an answer of the API. */
export function readPlainBody(json: JsonText): Draft | undefined {
  const { value } = json;
  if (!isObject(value) || isResponse(value)) return undefined;
  const range = json.find('', true) ?? { start: 0, end: 0 };
  return { format: 'json', range, headers: [], body: json.toBody() };
}

/** Reads an object as a request, in one of the forms in which programs write it. */
function toDraft(
  json: JsonText,
  value: Fields,
  base: string,
  format: Format,
  options: ReadOptions,
): Draft | undefined {
  return (
    readWhole(json, value, base, format) ??
    readSdkCommand(json, value, base, format) ??
    readBare(json, value, base, format, options)
  );
}

/** Reads `{modelId, body}`, the input of InvokeModel, and `{recordId, modelInput}`. */
function readSdkCommand(
  json: JsonText,
  value: Fields,
  base: string,
  format: Format,
): Draft | undefined {
  const { modelId, modelInput, recordId } = value;
  const range = json.find(base, true) ?? { start: 0, end: 0 };
  if (typeof recordId === 'string' && isObject(modelInput))
    return { format, range, headers: [], body: json.toBody(modelInput, `${base}/modelInput`) };
  if (typeof modelId !== 'string' || !('body' in value) || isForOtherModel(value)) return undefined;
  const unknown: Unknown[] = [];
  const body = readInner(json, value['body'], `${base}/body`, unknown);
  return {
    format,
    range,
    headers: [],
    sdkPath: platformPath({ form: 'invoke', path: MESSAGES_PATH, model: modelId }),
    client: 'bedrock',
    ...(body && { body }),
    unknown,
  };
}

/** Reads a body, or a line of a batch. */
function readBare(
  json: JsonText,
  value: Fields,
  base: string,
  format: Format,
  { endpoint, sent }: ReadOptions,
): Draft | undefined {
  const range = json.find(base, true) ?? { start: 0, end: 0 };
  const { custom_id: id, params, request } = value;
  if (typeof id === 'string' && isObject(params) && !isForOtherModel(value))
    return readBatchLine(json, value, base, format);
  if (typeof id === 'string' && isObject(request) && findShape(request))
    return { format, range, headers: [], body: json.toBody(request, `${base}/request`) };
  const given = parseEndpoint(endpoint);
  const isGiven = given !== undefined || (sent ?? '').trim() !== '';
  if (!isGiven && isForOtherModel(value)) return undefined;
  if (!isGiven && !findShape(value)) return undefined;
  const headers = sent?.trim() ? [{ name: 'anthropic-beta', value: sent.trim() }] : [];
  const betas = readHeaders(json, value['headers'], `${base}/headers`).filter(({ name }) =>
    /^anthropic-/i.test(name),
  );
  return {
    format,
    range,
    ...(given && { method: given.method, url: { text: given.url, runs: [] } }),
    headers: [...headers, ...betas],
    body: json.toBody(value, base),
  };
}

/** Reads a line of a batch as a batch of one. */
function readBatchLine(json: JsonText, value: Fields, base: string, format: Format): Draft {
  const inner = json.toBody(value, base);
  const toInner = (pointer: string): string | undefined =>
    pointer.startsWith('/requests/0') ? pointer.slice('/requests/0'.length) : undefined;
  const body: Body = {
    value: { requests: [value] },
    range: inner.range,
    unknown: [],
    find: (pointer, isValue) => {
      const own = toInner(pointer);
      return own === undefined ? undefined : inner.find(own, isValue);
    },
  };
  return { format, range: inner.range, headers: [], sdkPath: BATCHES_PATH, body };
}

/** Reads `POST /v1/messages`, a path or a URL. */
function parseEndpoint(text: string | undefined): { method: string; url: string } | undefined {
  const found = /^(?:([A-Za-z]{3,7})\s+)?((?:https?:\/\/|\/)\S*)$/.exec((text ?? '').trim());
  return found
    ? { method: (found[1] ?? 'POST').toUpperCase(), url: found[2] as string }
    : undefined;
}

/** Reads a HAR, or one entry of it. Requests that go elsewhere are counted. */
function readHar(source: Source, json: JsonText, value: Fields): Reading | undefined {
  const { log, request } = value;
  const entries = isObject(log) && Array.isArray(log['entries']) ? log['entries'] : undefined;
  const isEntry = isObject(request) && typeof request['url'] === 'string' && 'headers' in request;
  if (!entries && !isEntry) return undefined;
  const drafts: Draft[] = [];
  const list: unknown[] = entries ?? [value];
  let others = 0;
  for (const [i, entry] of list.entries()) {
    const draft = readHarEntry(json, entry, entries ? `/log/entries/${i}` : '');
    if (draft) drafts.push(draft);
    else others += 1;
  }
  return (
    toReading(source, drafts, 'har', others) ?? makeNone('har-empty', source, json.find('', true))
  );
}

function readHarEntry(json: JsonText, entry: unknown, base: string): Draft | undefined {
  const { request } = Object(entry) as { request?: unknown };
  if (!isObject(request) || typeof request['url'] !== 'string') return undefined;
  const { method, url, postData } = request;
  const headers = readHeaders(json, request['headers'], `${base}/request/headers`);
  if (method === 'OPTIONS' || !isForClaude(url, headers)) return undefined;
  const unknown: Unknown[] = [];
  const text = isObject(postData) ? postData['text'] : undefined;
  const body = readInner(json, text, `${base}/request/postData/text`, unknown);
  const piece: Piece | undefined = json.findText(`${base}/request/url`);
  return {
    format: 'har',
    range: json.find(`${base}/request`, true) ?? { start: 0, end: 0 },
    method: typeof method === 'string' ? method : undefined,
    url: piece ?? { text: url, runs: [] },
    headers,
    ...(body && { body }),
    unknown,
  };
}

/** Reads one JSON text a line; `undefined` if the lines are something else. */
export function readJsonLines(source: Source, start: number): Reading | undefined {
  const { text } = source;
  const drafts: Draft[] = [];
  let lines = 0;
  for (let at = start; at < text.length; ) {
    const next = text.indexOf('\n', at);
    const end = next < 0 ? text.length : next;
    const piece = source.slice(at, end);
    at = end + 1;
    if (piece.text.trim() === '') continue;
    lines += 1;
    const value = parseLine(piece.text);
    if (value === undefined) return undefined;
    const draft = toDraft(new JsonText(piece, value), value, '', 'json-lines', {});
    if (draft) drafts.push(draft);
  }
  return lines > 1 ? toReading(source, drafts, 'json-lines', lines - drafts.length) : undefined;
}

function parseLine(text: string): Fields | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isResponse(value: Fields): boolean {
  const { type, object } = value;
  return (
    type === 'message' ||
    type === 'message_batch' ||
    type === 'completion' ||
    (typeof type === 'string' && /^(?:message|content_block)_(?:start|stop|delta)$/.test(type)) ||
    (typeof object === 'string' && object.startsWith('chat.completion')) ||
    (isObject(value['output']) && 'stopReason' in value)
  );
}

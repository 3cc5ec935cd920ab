/** Reads JSON: bodies, whole requests, HAR, batch lines, lists, errors. */
import { BATCHES_PATH, formatPlatformPath, MESSAGES_PATH } from '@beta-headers/grammar';
import { findNamedBetas, isBetaList, readList } from '../betas/beta-list.ts';
import { type Draft, finish } from '../draft.ts';
import { isErrorValue, makeError, readError } from '../error.ts';
import { readLiteralBody } from '../literals/literal-body.ts';
import { makeJsonProblem, makeNone } from '../none.ts';
import { isObject, type Range, type Source, trimPiece } from '../text.ts';
import { toReading } from '../to-reading.ts';
import type { Format, Reading, ReadOptions } from '../types.ts';
import { type Body, JsonText, type Unknown } from './body.ts';
import { parseJson } from './json.ts';
import { readHeaders, readInner, readWhole } from './json-request.ts';
import { findShape, isForOtherModel } from './shape.ts';

type Fields = Record<string, unknown>;

/** Reads a text that is JSON as a whole, or JSON lines. A problem is returned for later. */
export function readWholeJson(
  source: Source,
  start: number,
  options: ReadOptions,
): Reading | undefined {
  const piece = trimPiece(source.slice(start, source.text.length));
  const parsed = parseJson(piece.text);
  if (parsed.problem === undefined)
    return readJsonValue(source, new JsonText(piece, parsed.value), options);
  const lines = readJsonLines(source, start) ?? readWholeLiteral(source, start);
  if (lines) return lines;
  const at = Math.min(start + parsed.at, source.text.length);
  return /^[{[]\s*(?:["'“‘{[\w}/]|$)/.test(piece.text.slice(0, 1000))
    ? makeJsonProblem(source, parsed.problem, at)
    : undefined;
}

/** Reads an object of JavaScript or Python that is a body and the whole text. */
function readWholeLiteral(source: Source, start: number): Reading | undefined {
  const draft = readLiteralBody(source, start);
  return draft && /^\s*;?\s*$/.test(source.text.slice(draft.range.end))
    ? finish(source, draft)
    : undefined;
}

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
  const exported = readExported(source, json, value);
  if (exported) return exported;
  if (isResponse(value)) return makeNone('response', source, json.find('', true));
  const draft = toDraft(json, value, '', 'json', options);
  if (draft) return finish(source, draft);
  if (isErrorValue(source, value, json.piece.text)) return makeError(source, json.piece);
  if (isForOtherModel(value)) return makeNone('other-model', source, findModel(json));
  const nested = HEADERS.test(json.piece.text) && source.parts.exported.readNested(source, json);
  if (nested) return nested;
  return (
    findNamedBetas(source, json) ??
    source.parts.exported.readRecord(source, json) ??
    makeNone('json-other', source, json.find('', true))
  );
}

/** The key of headers, which a request inside of other JSON has. */
const HEADERS = /"headers"|\\u/;

/** Reads a HAR, an entry of one, or a collection of Postman. */
function readExported(source: Source, json: JsonText, value: Fields): Reading | undefined {
  const { log, request, item, url, header } = value;
  const mayBeHar = isObject(request) || (isObject(log) && Array.isArray(log['entries']));
  const mayBeItem = Array.isArray(item) || isObject(url) || Array.isArray(header);
  if (!mayBeHar && !mayBeItem) return undefined;
  const { readHar, readCollection } = source.parts.exported;
  return readHar(source, json, value) ?? readCollection(source, json);
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
    sdkPath: formatPlatformPath({ form: 'invoke', path: MESSAGES_PATH, model: modelId }),
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

/** Reads one JSON text a line; `undefined` if the lines are something else. */
function readJsonLines(source: Source, start: number): Reading | undefined {
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

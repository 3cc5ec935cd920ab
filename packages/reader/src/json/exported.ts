/** Reads JSON that programs export: a HAR, a collection of Postman, lines of logs. */
import { isForClaude } from '../address.ts';
import type { Draft } from '../draft.ts';
import { makeNone } from '../none.ts';
import { isObject, type Piece, type Source } from '../text.ts';
import { toReading } from '../to-reading.ts';
import type { Reading } from '../types.ts';
import type { JsonText, Unknown } from './body.ts';
import { readHeaders, readInner } from './json-request.ts';
import { findNestedRequests } from './nested-requests.ts';
import { readCollection as findCollection } from './postman.ts';

export { readRecord } from './record.ts';

type Fields = Record<string, unknown>;

/** Reads a collection of Postman; `undefined` for any other value. */
export const readCollection = (source: Source, json: JsonText): Reading | undefined =>
  toReading(source, findCollection(json), 'json-request');

/** Reads the requests inside of other JSON. */
export const readNested = (source: Source, json: JsonText): Reading | undefined =>
  toReading(source, findNestedRequests(json), 'json-request');

/** Reads a HAR, or one entry of it. Requests that go elsewhere are counted. */
export function readHar(source: Source, json: JsonText, value: Fields): Reading | undefined {
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

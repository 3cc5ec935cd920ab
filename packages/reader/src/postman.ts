/** Reads requests of Postman: a collection, one item of it, or its request. */
import { isForClaude } from './address.ts';
import type { JsonText, Unknown } from './body.ts';
import type { Draft } from './draft.ts';
import { readHeaders, readInner } from './json-request.ts';
import { isObject } from './text.ts';

/** The number of items, and the depth of folders, that are read. */
const MAX_ITEMS = 1000;
const MAX_DEPTH = 20;

/** Reads the requests to Claude of a collection; empty for any other value. */
export function readCollection(json: JsonText): Draft[] {
  return readItem(json, json.value, '', 0);
}

function readItem(json: JsonText, value: unknown, base: string, depth: number): Draft[] {
  if (!isObject(value) || depth > MAX_DEPTH) return [];
  const { item, request } = value;
  if (Array.isArray(item))
    return item
      .slice(0, MAX_ITEMS)
      .flatMap((one, i) => readItem(json, one, `${base}/item/${i}`, depth + 1));
  return isObject(request)
    ? readRequest(json, request, `${base}/request`)
    : readRequest(json, value, base);
}

function readRequest(json: JsonText, value: Record<string, unknown>, base: string): Draft[] {
  const { url, method, header, body } = value;
  const isRaw = isObject(url);
  const address = isRaw ? url['raw'] : url;
  if (typeof address !== 'string' || !(isRaw || Array.isArray(header))) return [];
  const headers = readHeaders(json, header, `${base}/header`);
  const unknown: Unknown[] = [];
  const mode = isObject(body) ? body['mode'] : undefined;
  const raw = isObject(body) && mode === 'raw' ? body['raw'] : undefined;
  const read = readInner(json, raw, `${base}/body/raw`, unknown);
  if (mode !== undefined && mode !== 'raw') unknown.push({ part: 'body', why: 'form' });
  if (!isForClaude(address, headers, read?.value)) return [];
  return [
    {
      format: 'json-request',
      range: json.find(base, true) ?? { start: 0, end: 0 },
      method: typeof method === 'string' ? method : read ? 'POST' : 'GET',
      url: json.findText(`${base}/url${isRaw ? '/raw' : ''}`) ?? { text: address, runs: [] },
      headers,
      ...(read && { body: read }),
      unknown,
    },
  ];
}

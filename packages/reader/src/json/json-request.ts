/** Reads requests that programs write as JSON: their address, headers and body. */
import { isForClaude } from '../address.ts';
import type { Draft } from '../draft.ts';
import { type DraftHeader, listPairs } from '../draft-header.ts';
import { isObject } from '../text.ts';
import type { Format } from '../types.ts';
import { type Body, type JsonText, readJsonBody, type Unknown } from './body.ts';
import { findShape } from './shape.ts';

type Fields = Record<string, unknown>;

/** The names of what a log writes into each record. */
const RECORD = /^(?:level|lvl|severity|msg|@?time(?:stamp)?|ts|logger)$/i;

/** Reads `{url, method, headers, body}`, also without `url`, and a line of a batch of OpenAI. */
export function readWhole(
  json: JsonText,
  value: Fields,
  base: string,
  format: Format,
): Draft | undefined {
  const key = ['url', 'path', 'uri', 'endpoint'].find((name) => typeof value[name] === 'string');
  if (Array.isArray(value['messages'])) return undefined;
  const url = key && (value[key] as string);
  if (url && !/^(?:https?:\/\/|\/)/i.test(url)) return undefined;
  const bodyKey = ['body', 'data', 'json', 'json_data', 'payload'].find((name) => name in value);
  const hasHeaders = 'headers' in value;
  const isCall = url
    ? 'method' in value || bodyKey !== undefined || hasHeaders
    : hasHeaders && findShape(value[bodyKey ?? '']) !== undefined;
  const headers = readHeaders(json, value['headers'], `${base}/headers`);
  // A record of a log names the address of a request and nothing of the rest.
  if (!bodyKey && !hasHeaders && Object.keys(value).some((name) => RECORD.test(name)))
    return undefined;
  if (!isCall || !isForClaude(url ?? '', headers, value[bodyKey ?? ''])) return undefined;
  const unknown: Unknown[] = [];
  const body = bodyKey && readInner(json, value[bodyKey], `${base}/${bodyKey}`, unknown);
  return {
    format: format === 'json' ? 'json-request' : format,
    range: json.find(base, true) ?? { start: 0, end: 0 },
    method: typeof value['method'] === 'string' ? value['method'] : body ? 'POST' : 'GET',
    ...(url && { url: json.findText(`${base}/${key}`) ?? { text: url, runs: [] } }),
    headers,
    ...(body && { body }),
    unknown,
  };
}

/** Reads a body that is a value, or JSON in a text. */
export function readInner(
  json: JsonText,
  value: unknown,
  pointer: string,
  unknown: Unknown[],
): Body | undefined {
  if (value === undefined || value === null) return undefined;
  // Insomnia writes the text of a body beside its type.
  if (isObject(value) && typeof value['mimeType'] === 'string' && typeof value['text'] === 'string')
    return readInner(json, value['text'], `${pointer}/text`, unknown);
  if (typeof value !== 'string') return json.toBody(value, pointer);
  const piece = json.findText(pointer);
  const body = piece && readJsonBody(piece);
  if (!body && value !== '')
    unknown.push({ part: 'body', why: 'form', range: json.find(pointer, true) });
  return body;
}

/** Reads headers as an object, as pairs, as `{name, value}`, or as `{key, value}` of Postman. */
export function readHeaders(json: JsonText, value: unknown, base: string): DraftHeader[] {
  if (!Array.isArray(value)) return listPairs(value, json.toBody(), base);
  return value.flatMap((item, i): DraftHeader[] => {
    const isPair = Array.isArray(item);
    // Postman keeps headers that are turned off.
    if (isObject(item) && item['disabled'] === true) return [];
    const [name, text]: unknown[] = isPair
      ? item
      : isObject(item)
        ? [item['name'] ?? item['key'], item['value']]
        : [];
    if (typeof name !== 'string' || typeof text !== 'string') return [];
    const piece = json.findText(`${base}/${i}/${isPair ? 1 : 'value'}`);
    return [{ name, value: text, piece }];
  });
}

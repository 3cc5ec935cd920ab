/** Reads requests of Postman: a collection, one item of it, or its request. */
import { isForClaude } from '../address.ts';
import type { Draft } from '../draft.ts';
import type { DraftHeader } from '../draft-header.ts';
import { SECRET } from '../secret-name.ts';
import { cutPiece, isObject, type Piece, PieceBuilder } from '../text.ts';
import { type Body, type JsonText, readJsonBody, type Unknown } from './body.ts';
import { readHeaders, readInner } from './json-request.ts';

/** The number of items, and the depth of folders, that are read. */
const MAX_ITEMS = 1000;
const MAX_DEPTH = 20;

/** The number of places of one text in which a variable is replaced. */
const MAX_PLACES = 100;

/** A collection with its variables. */
interface Collection {
  readonly json: JsonText;
  readonly variables: ReadonlyMap<string, string>;
}

/** Reads the requests to Claude of a collection; empty for any other value. */
export function readCollection(json: JsonText): Draft[] {
  return readItem({ json, variables: readVariables(json.value) }, json.value, '', 0);
}

/** Reads the variables of a collection; those of an environment are not in the text. */
function readVariables(value: unknown): Map<string, string> {
  const { variable } = Object(value) as { variable?: unknown };
  const found = new Map<string, string>();
  for (const one of Array.isArray(variable) ? variable.slice(0, MAX_ITEMS) : []) {
    const { key, value: text, disabled } = Object(one) as Record<string, unknown>;
    if (typeof key === 'string' && typeof text === 'string' && text !== '' && !disabled)
      if (!SECRET.test(key)) found.set(key, text);
  }
  return found;
}

/** Replaces `{{name}}`. The place of a value is that of its name. */
function expand(piece: Piece, { variables }: Collection): Piece {
  if (variables.size === 0 || !piece.text.includes('{{')) return piece;
  const builder = new PieceBuilder();
  let [last, places] = [0, 0];
  for (const { 0: all, 1: name = '', index } of piece.text.matchAll(/\{\{([^{}\n]{1,100})\}\}/g)) {
    const value = variables.get(name.trim());
    if (value === undefined || places++ >= MAX_PLACES) continue;
    builder.addPiece(cutPiece(piece, last, index));
    builder.addPiece({ text: value, runs: cutPiece(piece, index, index + 1).runs });
    last = index + all.length;
  }
  builder.addPiece(cutPiece(piece, last));
  return builder.take();
}

function readItem(all: Collection, value: unknown, base: string, depth: number): Draft[] {
  if (!isObject(value) || depth > MAX_DEPTH) return [];
  const { item, request } = value;
  if (Array.isArray(item))
    return item
      .slice(0, MAX_ITEMS)
      .flatMap((one, i) => readItem(all, one, `${base}/item/${i}`, depth + 1));
  return isObject(request)
    ? readRequest(all, request, `${base}/request`)
    : readRequest(all, value, base);
}

function readBody(all: Collection, raw: unknown, at: string, unknown: Unknown[]): Body | undefined {
  const piece = typeof raw === 'string' ? all.json.findText(at) : undefined;
  const expanded = piece && expand(piece, all);
  const body = expanded !== piece && expanded ? readJsonBody(expanded) : undefined;
  return body ?? readInner(all.json, raw, at, unknown);
}

function readRequest(all: Collection, value: Record<string, unknown>, base: string): Draft[] {
  const { json } = all;
  const { url, method, header, body } = value;
  const isRaw = isObject(url);
  const address = isRaw ? url['raw'] : url;
  if (typeof address !== 'string' || !(isRaw || Array.isArray(header))) return [];
  const headers = readHeaders(json, header, `${base}/header`).map((one): DraftHeader => {
    const piece = one.piece && expand(one.piece, all);
    return piece ? { name: one.name, value: piece.text, piece } : one;
  });
  const unknown: Unknown[] = [];
  const mode = isObject(body) ? body['mode'] : undefined;
  const raw = isObject(body) && mode === 'raw' ? body['raw'] : undefined;
  const read = readBody(all, raw, `${base}/body/raw`, unknown);
  if (mode !== undefined && mode !== 'raw') unknown.push({ part: 'body', why: 'form' });
  const written = json.findText(`${base}/url${isRaw ? '/raw' : ''}`) ?? { text: address, runs: [] };
  const target = expand(written, all);
  if (!isForClaude(target.text, headers, read?.value)) return [];
  return [
    {
      format: 'json-request',
      range: json.find(base, true) ?? { start: 0, end: 0 },
      method: typeof method === 'string' ? method : read ? 'POST' : 'GET',
      url: target,
      headers,
      ...(read && { body: read }),
      unknown,
    },
  ];
}

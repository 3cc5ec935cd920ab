/** Reads a request to one of the message endpoints, before it is converted. */
import { COUNT_TOKENS_PATH, type Route } from '@beta-headers/grammar';
import type { Upstream } from '../types.ts';
import { ConversionError } from './conversion-error.ts';
import { mapModel } from './model.ts';
import type { ConvertibleRequest } from './types.ts';

/** A request to `/v1/messages` or `/v1/messages/count_tokens`, with the facts that forms need. */
export interface MessageRequest {
  readonly path: string;
  readonly counts: boolean;
  /** The query, without the marker `beta=true` of the SDK, which has no meaning elsewhere. */
  readonly search: string;
  /** A copy, free to change. */
  readonly headers: Headers;
  /** The JSON of the body. */
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The upstream's name of the model. */
  readonly model: string;
  readonly stream: boolean;
  /** The betas of the header, then those that only the body's `anthropic_beta` has. */
  readonly betas: readonly string[];
}

/**
 * Reads a request.
 * @throws {ConversionError} if its body is no JSON object, or names no model
 */
export function readMessageRequest(
  request: ConvertibleRequest,
  { path }: Route,
  upstream: Upstream,
): MessageRequest {
  const text = request.body.replace(/^\uFEFF/, '');
  const body = parseObject(text);
  const { model, stream } = body;
  if (typeof model !== 'string' || model === '')
    throw new ConversionError('model: write the name of a model in the body of the request');
  const headers = copyHeaders(request.headers);
  return {
    path,
    counts: path === COUNT_TOKENS_PATH,
    search: readSearch(request.path),
    headers,
    text,
    body,
    model: mapModel(upstream, model),
    stream: stream === true,
    betas: readBetas(headers, body),
  };
}

/**
 * Parses a body that has to be an object.
 * @throws {ConversionError} if it is none
 */
export function parseObject(text: string): Readonly<Record<string, unknown>> {
  const value = parseJson(text);
  if (!isObject(value)) throw new ConversionError('The body of the request must be a JSON object.');
  return value;
}

/** Parses JSON; `undefined` if the text is none. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tests if a value is a JSON object. */
export const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Copies headers without the length, which a conversion changes. */
export function copyHeaders(given: Headers): Headers {
  const headers = new Headers(given);
  headers.delete('content-length');
  return headers;
}

/** Reads the query of a path, without the marker `beta`. */
function readSearch(path: string): string {
  const { search, searchParams } = new URL(path, 'http://localhost');
  if (!searchParams.has('beta')) return search;
  searchParams.delete('beta');
  return searchParams.size === 0 ? '' : `?${searchParams}`;
}

/** A plan leaves betas in one place. Without a plan they may be in both. */
function readBetas(headers: Headers, { anthropic_beta: list }: Record<string, unknown>): string[] {
  const inHeader = (headers.get('anthropic-beta') ?? '').split(',').map((value) => value.trim());
  const inBody = (Array.isArray(list) ? list : []).filter((value) => typeof value === 'string');
  return [...new Set([...inHeader, ...inBody])].filter((value) => value !== '');
}

/** Reads a request from a pasted text, or finds the problem in it. */
import type { BetaRequest } from '@beta-headers/core';
import { BATCHES_PATH, MESSAGES_PATH } from '@beta-headers/grammar';
import { type CurlProblem, looksLikeCurl, parseCurl } from './curl.ts';
import { getLineAndColumn, type JsonProblem, parseJson, type Range } from './json.ts';
import { getSourceOffset, type Run } from './shell.ts';

/** The fields beside the text, for a text that is only a body. */
export interface Beside {
  /** `POST /v1/messages`. */
  readonly endpoint: string;
  /** The value of `anthropic-beta` that the client already sends. */
  readonly sent: string;
}
export type ProblemCode =
  | JsonProblem
  | CurlProblem
  | 'html'
  | 'neither'
  | 'not-object'
  | 'body-text'
  | 'endpoint'
  | 'path'
  | 'too-long';
export interface Problem {
  readonly code: ProblemCode;
  readonly line?: number;
  readonly column?: number;
  readonly range?: Range;
}
export interface ReadRequest {
  /** The request. Its `url` is the path with its query, without the origin. */
  readonly request: Omit<BetaRequest, 'headers'> & { readonly headers: [string, string][] };
  readonly origin?: string;
  /** Finds the place of a pointer into the body in the text. */
  readonly place: (pointer: string) => Range | undefined;
}
export type Read =
  | { readonly kind: 'empty' }
  | ({ readonly kind: 'problem' } & Problem)
  | ({ readonly kind: 'request' } & ReadRequest);

/** The length up to which a text is read, which is more than any API accepts. */
export const MAX_TEXT: number = 40 * 1024 * 1024;

/** Reads a request from a cURL command or JSON: a body, or `{method, path, headers, body}`. */
export function readRequest(text: string, beside: Beside): Read {
  if (text.trim() === '') return { kind: 'empty' };
  if (text.length > MAX_TEXT) return { kind: 'problem', code: 'too-long' };
  const first = /\S/.exec(text)?.[0] as string;
  if (looksLikeCurl(text)) return fromCurl(text);
  if (first === '<') return makeProblem(text, 'html', text.indexOf('<'));
  if (
    !/[[{"\-\d]|\/|tru|fal|nul/.test(text.trimStart().slice(0, 3)) ||
    (/[a-z]/i.test(first) && !/^\s*(?:true|false|null)\b/.test(text))
  )
    return makeProblem(text, 'neither', text.indexOf(first));
  return fromJson(text, beside);
}

function makeProblem(text: string, code: ProblemCode, at: number): Read {
  return {
    kind: 'problem',
    code,
    ...getLineAndColumn(text, at),
    range: {
      start: Math.min(at, Math.max(0, text.length - 1)),
      end: Math.min(at + 1, text.length),
    },
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function fromJson(text: string, beside: Beside): Read {
  const json = parseJson(text);
  if (json.problem) return makeProblem(text, json.problem, json.at);
  const { value, getRange } = json;
  if (!isObject(value)) return makeProblem(text, 'not-object', text.search(/\S/));
  const address = value['path'] ?? value['url'];
  const whole =
    typeof address === 'string' &&
    !('messages' in value) &&
    !('model' in value && 'max_tokens' in value);
  if (!whole) {
    const endpoint = parseEndpoint(beside.endpoint, value);
    if (!endpoint) return { kind: 'problem', code: 'endpoint' };
    const headers: [string, string][] = beside.sent.trim() ? [['anthropic-beta', beside.sent]] : [];
    return { kind: 'request', request: { ...endpoint, headers, body: value }, place: getRange };
  }
  const method =
    typeof value['method'] === 'string'
      ? value['method'].toUpperCase()
      : value['body'] === undefined
        ? 'GET'
        : 'POST';
  const target = splitAddress(address);
  if (!target) {
    const place = getRange('path' in value ? '/path' : '/url');
    return makeProblem(text, 'path', place?.start ?? 0);
  }
  const request = { method, ...target, headers: readHeaders(value['headers']) };
  const { body } = value;
  if (typeof body !== 'string')
    return {
      kind: 'request',
      ...split(request, body),
      place: (pointer) => getRange(`/body${pointer}`),
    };
  const inner = parseJson(body);
  if (inner.problem) return { ...makeProblem(text, 'body-text', getRange('/body')?.start ?? 0) };
  return { kind: 'request', ...split(request, inner.value), place: () => getRange('/body') };
}

function fromCurl(text: string): Read {
  const curl = parseCurl(text);
  if (curl.problem) return makeProblem(text, curl.problem, curl.at);
  const { method, url, headers, body } = curl.request;
  // curl takes an address without a scheme, and a shell's variable may hold its beginning.
  const target = splitAddress(/^(?:\/|https?:\/\/)/i.test(url) ? url : `https://${url}`);
  if (!target) return makeProblem(text, 'path', 0);
  const request = { method, ...target, headers };
  if (!body) return { kind: 'request', ...split(request, undefined), place: () => undefined };
  const json = parseJson(body.text);
  const at = (offset: number): number => getSourceOffset(body.runs as readonly Run[], offset);
  if (json.problem) return makeProblem(text, json.problem, Math.min(at(json.at), text.length));
  const place = (pointer: string): Range | undefined => {
    const range = json.getRange(pointer);
    return range && { start: at(range.start), end: at(Math.max(range.start, range.end - 1)) + 1 };
  };
  return { kind: 'request', ...split(request, json.value), place };
}

interface Head {
  readonly method: string;
  readonly url: string;
  readonly headers: [string, string][];
  readonly origin?: string;
}

/** Splits a request from the host that it was for. */
function split(
  { origin, ...request }: Head,
  body: unknown,
): Pick<ReadRequest, 'request' | 'origin'> {
  return {
    request: { ...request, ...(body !== undefined && { body }) },
    ...(origin && { origin }),
  };
}

const MAX_ADDRESS = 8000;

/**
 * Splits an address into its origin and the path, which always begins with `/`: samples put it
 * directly behind a host, so `@evil.example` would change where they send the key. Returns nothing
 * for an address that is neither a path nor one of HTTP.
 */
function splitAddress(address: string): { url: string; origin?: string } | undefined {
  const text = address.slice(0, MAX_ADDRESS);
  if (text.startsWith('/')) return { url: text };
  const found = /^(https?:\/\/[^/?#\\]+)(.*)$/is.exec(text);
  if (!found) return undefined;
  const [, origin = '', path = ''] = found;
  return { url: path.startsWith('/') ? path : `/${path}`, origin: origin.toLowerCase() };
}

function readHeaders(value: unknown): [string, string][] {
  const pairs: unknown[] = Array.isArray(value)
    ? value
    : isObject(value)
      ? Object.entries(value)
      : [];
  return pairs.flatMap((pair): [string, string][] => {
    if (!Array.isArray(pair) || typeof pair[0] !== 'string') return [];
    const text = [pair[1]]
      .flat()
      .filter((one) => typeof one === 'string' || typeof one === 'number');
    return text.length > 0 ? [[pair[0], text.join(',')]] : [];
  });
}

/** Reads the given endpoint, or guesses it from the body. */
function parseEndpoint(
  text: string,
  body: Record<string, unknown>,
): { method: string; url: string } | undefined {
  const trimmed = text.trim();
  if (trimmed === '')
    return {
      method: 'POST',
      url: Array.isArray(body['requests']) && !('messages' in body) ? BATCHES_PATH : MESSAGES_PATH,
    };
  const found = /^(?:([A-Za-z]{3,7})\s+)?(?:https?:\/\/[^/\s]+)?(\/\S*)$/.exec(trimmed);
  return found
    ? { method: (found[1] ?? 'POST').toUpperCase(), url: found[2] as string }
    : undefined;
}

/**
 * Reads a request's path in the form of any platform, and finds the Claude API endpoint that it
 * means.
 */
import { BATCHES_PATH, COUNT_TOKENS_PATH, MESSAGES_PATH } from './message-endpoints.ts';
import type { ParamsKind, WireForm } from './wire-form.ts';

/** The facts that a path contains. */
export interface Route {
  /** The method in upper case. */
  readonly method: string;
  /** The path on the Claude API, without origin, prefix, query and closing slash. */
  readonly path: string;
  /** The form of the path, which determines the place of betas. */
  readonly form: WireForm;
  /** The place of message params in the body. */
  readonly params: ParamsKind;
  /** The model, if the path names it. */
  readonly model?: string;
}

/**
 * Reads the method and the path or URL of a request. Accepts the paths of clients, gateways and
 * proxies: a prefix before `/v1`, `/anthropic/messages` and `/messages` without `/v1`, closing and
 * double slashes, dot segments, and on Bedrock an ARN as the model, percent-encoded or not. Takes
 * linear time and never throws.
 * @example
 * ```ts
 * readRoute('post', '/model/us.anthropic.claude-opus-4-8-v1%3A0/invoke');
 * // { method: 'POST', path: '/v1/messages', form: 'invoke', params: 'body',
 * //   model: 'us.anthropic.claude-opus-4-8-v1:0' }
 * ```
 */
export function readRoute(method: string, url: string): Route {
  const verb = method.toUpperCase();
  const segments = splitUrl(url);
  const named = readBedrock(segments) ?? readVertex(segments);
  const path = named?.path ?? readApiPath(segments);
  return { method: verb, path, form: 'api', params: findParamsKind(verb, path), ...named };
}

/** The action of Bedrock, and the model name on Vertex, that count tokens. */
const COUNT = 'count-tokens';

/** Splits a path into segments, without empty ones and with dot segments resolved. */
function splitUrl(url: string): string[] {
  const [plain = ''] = url.split(/[?#]/, 1);
  const segments: string[] = [];
  for (const segment of plain.replace(/^\w+:\/\/[^/]*/, '').split('/')) {
    if (segment === '..') segments.pop();
    else if (segment !== '' && segment !== '.') segments.push(segment);
  }
  return segments;
}

const BEDROCK = /^(?:invoke(?:-with-response-stream)?|converse(?:-stream)?|count-tokens)$/;
const VERTEX = /^publishers\/anthropic\/models\/(.+):(?:streamR|r)awPredict$/;

/** The facts in a path that names a model. */
type Named = Pick<Route, 'path' | 'form' | 'model'>;

/** Reads `…/model/{id}/{action}`. An ARN contains a slash, which may not be percent-encoded. */
function readBedrock(segments: readonly string[]): Named | undefined {
  const action = segments.at(-1) ?? '';
  const start = segments.indexOf('model') + 1;
  const model = segments.slice(start, -1).join('/');
  if (start === 0 || model === '' || !BEDROCK.test(action)) return undefined;
  return {
    path: action === COUNT ? COUNT_TOKENS_PATH : MESSAGES_PATH,
    form: action.startsWith('converse') ? 'converse' : 'invoke',
    model: decode(model),
  };
}

/** Reads `…/publishers/anthropic/models/{id}:{action}`. */
function readVertex(segments: readonly string[]): Named | undefined {
  const model = VERTEX.exec(segments.slice(-4).join('/'))?.[1];
  if (model === undefined) return undefined;
  return model === COUNT
    ? { path: COUNT_TOKENS_PATH, form: 'raw-predict' }
    : { path: MESSAGES_PATH, form: 'raw-predict', model: decode(model) };
}

/**
 * Reads the path from the last `v1` on. A base URL without `/v1` leaves `messages` alone, or after
 * a gateway's `anthropic`.
 */
function readApiPath(segments: readonly string[]): string {
  const path = segments.slice(Math.max(segments.lastIndexOf('v1', -2), 0));
  const start = path.findLastIndex(
    (segment, i) => segment === 'messages' && (i === 0 || path[i - 1] === 'anthropic'),
  );
  return `/${(start < 0 ? path : ['v1', ...path.slice(start)]).join('/')}`;
}

function findParamsKind(method: string, path: string): ParamsKind {
  if (method !== 'POST') return 'none';
  if (path === MESSAGES_PATH || path === COUNT_TOKENS_PATH) return 'body';
  return path === BATCHES_PATH ? 'batch' : 'none';
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

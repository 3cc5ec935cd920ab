/** Converts the responses of Bedrock and Vertex to those of the API. */
import { REFUSED_HEADER } from '@beta-headers/core/adapter';
import type { GatewayOptions } from '../types.ts';
import { BedrockSource } from './bedrock-stream.ts';
import { hideNames } from './hide-text.ts';
import { isObject, parseJson } from './message-request.ts';
import { convertStream } from './ping.ts';
import { readText } from './read-text.ts';
import { EVENT_STREAM, EventBoundary, PING } from './sse.ts';
import {
  type ApiError,
  addPromptToken,
  findErrorType,
  isApiShape,
  readUpstreamError,
} from './upstream-errors.ts';
import { VertexSource } from './vertex-stream.ts';

/** The facts that a response is converted by. */
export interface ResponseOptions extends Pick<GatewayOptions, 'errors' | 'pingMs'> {
  /** The base URL of the upstream. */
  readonly url: string;
  /** True if the request counts tokens. */
  readonly counts?: boolean;
}

/** A redirect is not followed: another address must not receive the credential. */
const REDIRECTED = new Response(null, { status: 502 });
const PING_BYTES = new TextEncoder().encode(PING);

/** Converts a response of InvokeModel, of its stream, or of CountTokens. */
export async function convertBedrockResponse(
  response: Response,
  options: ResponseOptions,
): Promise<Response> {
  if (!response.ok) return await convertError(response);
  const type = response.headers.get('content-type') ?? '';
  if (response.body && type.includes('application/vnd.amazon.eventstream')) {
    const source = new BedrockSource((error) => writeText(error, options));
    const body = convertStream(response.body, source, PING_BYTES, options.pingMs);
    return rebuild(response, body, EVENT_STREAM);
  }
  return options.counts ? await convertCount(response) : addRequestId(response);
}

/** Converts a response of Vertex. A stream keeps its bytes, and pings are added to it. */
export async function convertVertexResponse(
  response: Response,
  options: ResponseOptions,
): Promise<Response> {
  if (!response.ok) return await convertError(response);
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !type.includes('text/event-stream')) return response;
  const source = new VertexSource(new EventBoundary());
  const body = convertStream(response.body, source, PING_BYTES, options.pingMs);
  return rebuild(response, body, type);
}

const writeText = (error: ApiError, { errors, url }: ResponseOptions): string =>
  errors === 'verbatim' ? error.message : hideNames(error, url);

/**
 * Converts an error to the shape of the API, with its status and its text: a recovery reads the
 * text. An error that has the shape keeps its bytes.
 */
async function convertError(response: Response): Promise<Response> {
  if (response.status < 400) return writeError(REDIRECTED, 'api_error', describeRedirect(response));
  const text = await readText(response);
  const json = parseJson(text);
  if (isApiShape(json)) return rebuild(response, text);
  const { type, message } = readUpstreamError(response, text);
  return writeError(response, type, addPromptToken(message));
}

const describeRedirect = ({ status }: Response): string =>
  `The upstream answered ${status}, and the gateway follows no redirect; check the upstream's url.`;

/**
 * Hides the text of a converted error, for `errors: 'classified'`: the last step, after a recovery
 * has read it. Keeps the status, the type, and the words and tokens that clients match. Returns a
 * response unchanged if it is no error, or a refusal of the gateway itself.
 * @param url - the base URL of the upstream
 */
export async function hideErrorText(response: Response, url: string): Promise<Response> {
  const { status, headers } = response;
  if (status < 400 || headers.has(REFUSED_HEADER)) return response;
  const text = await readText(response);
  const json = parseJson(text);
  const error = isObject(json) && isObject(json.error) ? json.error : {};
  const { type, message } = error;
  if (typeof type !== 'string' || typeof message !== 'string')
    return writeError(response, findErrorType(status), hideNames(makeUnread(status), url));
  const hidden = hideNames({ status, type, message }, url);
  return hidden === message
    ? rebuild(response, text)
    : writeError(response, type, hidden, isObject(json) ? json.request_id : null);
}

const makeUnread = (status: number): ApiError => ({
  status,
  type: findErrorType(status),
  message: `The upstream answered ${status}.`,
});

/** Writes an error of the API in place of a body. */
function writeError(
  response: Response,
  type: string,
  message: string,
  requestId?: unknown,
): Response {
  const { headers } = response;
  const id = requestId ?? headers.get('request-id') ?? headers.get('x-amzn-requestid');
  const body = { type: 'error', error: { type, message }, request_id: id };
  return rebuild(response, JSON.stringify(body));
}

async function convertCount(response: Response): Promise<Response> {
  const json = parseJson(await readText(response));
  const tokens = isObject(json) ? json.inputTokens : undefined;
  if (typeof tokens === 'number')
    return rebuild(response, JSON.stringify({ input_tokens: tokens }));
  const message = 'The answer of the upstream to the counting of tokens has no inputTokens.';
  return writeError(new Response(null, { status: 502 }), 'api_error', message);
}

/** Headers that describe the bytes of the upstream's body. */
const OF_BODY = ['content-length', 'content-encoding', 'content-md5', 'etag', 'transfer-encoding'];

/** Makes a response with another body. */
function rebuild(response: Response, body: BodyInit, type: string = 'application/json'): Response {
  const { status, statusText } = response;
  const headers = new Headers(response.headers);
  for (const name of OF_BODY) headers.delete(name);
  headers.set('content-type', type);
  return addRequestId(new Response(body, { status, statusText, headers }));
}

/** Clients read the id of a request from the header of the API. */
function addRequestId(response: Response): Response {
  const id = response.headers.get('x-amzn-requestid');
  if (id === null || response.headers.has('request-id')) return response;
  const headers = new Headers(response.headers);
  headers.set('request-id', id);
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

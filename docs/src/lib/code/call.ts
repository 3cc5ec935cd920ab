/** Reads a request to write: what it calls, on which platform, with which fields. */
import type { Platform } from '@beta-headers/core';
import {
  CONVERSE_FIELDS,
  COUNT_TOKENS_PATH,
  isStreamingPath,
  MESSAGES_PATH,
  type Route,
  readRoute,
} from '@beta-headers/grammar';
import { CALLERS } from '../../generated/callers.ts';
import type { Caller } from '../checker/caller.ts';
import { toConverse } from './converse.ts';
import { type Fields, isFields, type Value } from './literal.ts';
import { hideSecrets, isSecretName } from './secrets.ts';
import type { CodeFile, CodeRequest } from './types.ts';

/** A request that can be written. */
export interface Call {
  readonly platform: Platform;
  /** Absent for Converse. */
  readonly client?: NonNullable<Caller['client']> | undefined;
  readonly method: string;
  /** The path on the Claude API with its query, or `/model/…/converse`. */
  readonly path: string;
  readonly kind: 'message' | 'count' | 'converse' | 'other';
  readonly betas: readonly string[];
  /** The model and the stream of a message, which other platforms have in the path. */
  readonly model: string;
  readonly stream: boolean;
  /** The body of the endpoint, without betas and versions. */
  readonly body?: Value | undefined;
  readonly files: readonly CodeFile[];
}

/** The placeholder for the model of a request that names none. */
const MODEL = 'YOUR_MODEL_ID';
const METHODS = new Set(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']);
const TOKEN = /^[\w!#$%&'*+.^`|~-]+$/;
/** Platforms whose clients have messages only, because there is nothing else. */
const MESSAGES_ONLY: ReadonlySet<Platform> = new Set(['bedrock', 'bedrock-mantle', 'vertex']);

/** Reads a request; undefined if the platform does not have the endpoint, or if it is malformed. */
export function readCall(request: CodeRequest): Call | undefined {
  const { platform, betas, files = [] } = request;
  const method = request.method.toUpperCase();
  const path = normalizePath(request.path);
  if (!path || !METHODS.has(method) || !betas.every((beta) => TOKEN.test(beta))) return undefined;
  if (!files.every(({ field, name }) => /^\w+$/.test(field) && /^\w[\w.-]*$/.test(name)))
    return undefined;
  const route = readRoute(method, path);
  const body = request.body === undefined ? undefined : hideSecrets(request.body);
  const start = { platform, client: CALLERS[platform]?.client, method, betas, files };
  if (route.form === 'converse' || platform === 'bedrock-converse')
    return readConverse(request, route, start, body);
  const model = request.model ?? readModel(body) ?? route.model ?? MODEL;
  // A lone surrogate cannot be encoded in a path.
  if (/\p{Surrogate}/u.test(model)) return undefined;
  if (route.params === 'body' && isFields(body)) {
    const { anthropic_version: _, anthropic_beta: __, betas: ___, model: ____, ...fields } = body;
    const stream = fields['stream'] === true || isStreamingPath(path);
    const kind = route.path === COUNT_TOKENS_PATH ? 'count' : 'message';
    const whole = { model, ...fields, ...(stream && { stream }) };
    return { ...start, path: route.path, kind, model, stream, body: whole };
  }
  if (MESSAGES_ONLY.has(platform) || route.form !== 'api' || !start.client) return undefined;
  return { ...start, path: route.path + getQuery(path), kind: 'other', model, stream: false, body };
}

type Start = Pick<Call, 'platform' | 'client' | 'method' | 'betas' | 'files'>;

/** Reads a body of Converse, or converts that of a message. */
function readConverse(
  request: CodeRequest,
  route: Route,
  start: Start,
  body: Value | undefined,
): Call | undefined {
  if (start.platform !== 'bedrock-converse' || route.path !== MESSAGES_PATH || !isFields(body))
    return undefined;
  const model = request.model ?? readModel(body) ?? route.model ?? MODEL;
  const more: Fields = start.betas.length > 0 ? { anthropic_beta: start.betas } : {};
  const stream = isStreamingPath(request.path) || body['stream'] === true;
  const { anthropic_version: _, anthropic_beta: __, betas: ___, ...fields } = body;
  const converted = route.form === 'converse' ? fill(fields, more) : toConverse(fields, more);
  return (
    converted && { ...start, path: route.path, kind: 'converse', model, stream, body: converted }
  );
}

/** Puts the betas into a body that has the form of Converse. */
function fill({ modelId: _, ...fields }: Fields, more: Fields): Fields {
  const given = fields[CONVERSE_FIELDS];
  const { anthropic_beta: __, ...others } = isFields(given) ? given : {};
  const passed = { ...others, ...more };
  const { [CONVERSE_FIELDS]: ___, ...rest } = fields;
  return { ...rest, ...(Object.keys(passed).length > 0 && { [CONVERSE_FIELDS]: passed }) };
}

function readModel(body: Value | undefined): string | undefined {
  const model = isFields(body) ? (body['model'] ?? body['modelId']) : undefined;
  return typeof model === 'string' && model !== '' ? model : undefined;
}

/**
 * Encodes a path so that every client and shell takes it as it is. Returns nothing if it does not
 * begin with one slash: behind the address of a platform, `.evil.example/` would be another host.
 * Keys in the query are left out, and so is `beta=true`, which the clients add themselves.
 */
function normalizePath(path: string): string | undefined {
  if (!path.startsWith('/') || !URL.canParse(`https://host.invalid${path}`)) return undefined;
  const url = new URL(`https://host.invalid${path}`);
  if (url.host !== 'host.invalid') return undefined;
  const query = url.search
    .slice(1)
    .split('&')
    .filter((part) => part !== '' && part !== 'beta=true' && !isSecretName(getName(part)));
  const text = url.pathname.replace(/^\/+/, '/') + (query.length > 0 ? `?${query.join('&')}` : '');
  return text
    .replaceAll(/%(?![\da-f]{2})/gi, '%25')
    .replaceAll(/[^\w\-.~:/?@!$&()*+,;=%]/g, (char) => encodeURIComponent(char))
    .replaceAll("'", '%27');
}

const getName = (part: string): string => part.split('=', 1)[0] ?? '';
const getQuery = (path: string): string =>
  path.includes('?') ? path.slice(path.indexOf('?')) : '';

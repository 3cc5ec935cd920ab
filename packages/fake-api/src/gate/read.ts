/** Reads a request as it goes over the wire into the form of the rules. */
import type { Catalog, CatalogPlatform, Platform } from '@beta-headers/manifest';
import type { GateRequest } from './request.ts';
import { type Form, type Route, readRoute } from './route.ts';
import { isObject } from './walk.ts';

/** A request to any platform, in its own form or in that of the Claude API. */
export interface JudgedRequest {
  readonly method: string;
  /** A whole URL, or a path. */
  readonly url: string;
  readonly headers?: HeadersInit | undefined;
  /** A value, or JSON as text or bytes. */
  readonly body?: unknown;
  /** The model, if neither the body nor the path names it. */
  readonly model?: string | undefined;
}

/** Reads a request; `undefined` if the platform has no paths of this form. */
export function readRequest(
  request: JudgedRequest,
  platform: Platform,
  catalog: Catalog,
): GateRequest | undefined {
  const route = readRoute(request.url);
  const served = findPlatformByForm(catalog, platform, route.form);
  if (!served) return undefined;
  const body = readBody(request.body);
  const headers = new Headers(request.headers);
  return {
    platform: served.id,
    method: request.method.toUpperCase(),
    ...readParts(route, headers, body.value),
    path: route.path,
    model: request.model ?? route.model,
    query: Object.fromEntries(new URLSearchParams(request.url.split('#')[0]?.split('?')[1])),
    ...(body.isUnread && { isUnread: true }),
  };
}

/**
 * Finds the platform behind a path: two platforms share Bedrock's host, and the form of the path
 * distinguishes them. Returns `undefined` if the platform has no such paths.
 */
export function findPlatformByForm(
  { platforms }: Catalog,
  id: Platform,
  form: Form,
): CatalogPlatform | undefined {
  const platform = platforms.find((one) => one.id === id);
  if (!platform || form === 'api') return platform;
  if (form === 'raw-predict') return platform.operator === 'google' ? platform : undefined;
  if (platform.operator !== 'aws' || platform.wire === 'header') return undefined;
  const isOwn = form === 'invoke' || platform.wire === 'converse';
  return isOwn ? platform : platforms.find(({ wire }) => wire === 'converse');
}

/** Reads betas, version and params, whose places depend on the form of the path. */
export function readParts(
  { form, path }: Route,
  headers: Headers,
  body: unknown,
): Pick<GateRequest, 'betas' | 'apiVersion' | 'body'> {
  const isCount = form === 'invoke' && path.endsWith('/count_tokens');
  const nested = isCount ? readNested(body) : undefined;
  const params = nested ?? (form === 'converse' && isObject(body) ? getFields(body) : body);
  return {
    betas: readBetas(form, headers, params),
    apiVersion: readApiVersion(headers, params),
    body: params,
  };
}

/** Returns the fields that Converse passes to the model; it has its own fields for the rest. */
const getFields = (body: Record<string, unknown>): unknown =>
  body.additionalModelRequestFields ?? {};

/**
 * Reads the request of another operation inside of Bedrock's CountTokens: that of InvokeModel or of
 * Converse.
 */
function readNested(body: unknown): unknown {
  const input = isObject(body) ? body.input : undefined;
  if (!isObject(input)) return undefined;
  if (isObject(input.converse)) return getFields(input.converse);
  const inner = isObject(input.invokeModel) ? input.invokeModel.body : undefined;
  return typeof inner === 'string' ? readBody(decodeBase64(inner)).value : inner;
}

/** Tests if a text is JSON in base64. */
export const isJsonInBase64 = (value: unknown): boolean =>
  typeof value === 'string' && readBody(decodeBase64(value)).value !== undefined;

function decodeBase64(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

/**
 * Reads the betas: from `anthropic_beta` in the body of a Bedrock call, else from the header.
 * Returns `undefined` if there are none. A field that is not a list of strings reads as one empty
 * value, which no platform accepts.
 */
function readBetas(form: Form, headers: Headers, params: unknown): string[] | undefined {
  if (form === 'api' || form === 'raw-predict')
    return headers
      .get('anthropic-beta')
      ?.split(',')
      .map((value) => value.trim());
  const list = isObject(params) ? params.anthropic_beta : undefined;
  if (list === undefined || list === null) return undefined;
  return Array.isArray(list) && list.every((value) => typeof value === 'string') ? list : [''];
}

/** Reads the date of `2023-06-01`, `bedrock-2023-05-31` or `vertex-2023-10-16`. */
function readApiVersion(headers: Headers, params: unknown): string | undefined {
  const inBody =
    isObject(params) && typeof params.anthropic_version === 'string'
      ? params.anthropic_version
      : undefined;
  return /\d{4}-\d{2}-\d{2}$/.exec(headers.get('anthropic-version') ?? inBody ?? '')?.[0];
}

interface ReadBody {
  readonly value: unknown;
  readonly isUnread?: boolean;
}

/** Reads a body. A stream, a form and text that is no JSON are present but unread. */
function readBody(body: unknown): ReadBody {
  const bytes = body instanceof ArrayBuffer || ArrayBuffer.isView(body);
  const text = bytes ? new TextDecoder().decode(body as Uint8Array) : body;
  if (typeof text !== 'string') return isStream(text) ? UNREAD : { value: text };
  if (text.trim() === '') return { value: undefined };
  try {
    return { value: JSON.parse(text.replace(/^\uFEFF/, '')) };
  } catch {
    return UNREAD;
  }
}

const UNREAD: ReadBody = { value: undefined, isUnread: true };

const isStream = (body: unknown): boolean =>
  [ReadableStream, Blob, FormData, URLSearchParams].some((kind) => body instanceof kind);

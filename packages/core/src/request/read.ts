/** Reads all facts about a request that do not depend on rules. */
import type { Route } from '@beta-headers/grammar';
import type { EngineCatalog } from '../catalog/types.ts';
import type { JsonEdit, JsonPath } from '../edit/edit.ts';
import type { BetaRequest } from '../types.ts';
import { readBodyBetas } from './body-betas.ts';
import { readBetas, readHeaderValues } from './header.ts';
import { isObject, type ReadBody, readBody } from './json.ts';
import { findPlatform, type PlatformFinding } from './platform.ts';
import { asText, getRoute } from './route.ts';

/** The facts about a request. */
export interface RequestFacts {
  readonly route: Route;
  readonly found: PlatformFinding;
  readonly url: string;
  readonly body: ReadBody;
  /** The header as received; `undefined` if there is none. */
  readonly header: string | undefined;
  readonly apiVersion: string;
  /** The betas of the caller, from the header and the body, in order. */
  readonly caller: readonly string[];
  /** The edits that remove misplaced betas. */
  readonly leaks: readonly JsonEdit[];
  /** The places of values that are no betas, where the platform reads them in the body. */
  readonly malformed: readonly JsonPath[];
  /** The model from the request or the path, if the body does not name it. */
  readonly model: unknown;
}

/** Reads the facts about a request. */
export function readRequest(
  request: BetaRequest,
  catalog: EngineCatalog<string>,
  platform: unknown,
): RequestFacts {
  const route = getRoute(request.method, request.url);
  const body = readParams(request.body, route);
  const headers = readHeaderValues(request.headers, 'anthropic-beta');
  const { betas, leaks, malformed } = readBodyBetas(body.value, route);
  return {
    route,
    found: findPlatform(catalog, platform, request.url, route),
    url: asText(request.url),
    body,
    header: headers.length > 0 ? headers.join(',') : undefined,
    apiVersion: readApiVersion(
      readHeaderValues(request.headers, 'anthropic-version')[0],
      body.value,
    ),
    caller: [...readBetas([...headers, ...betas])],
    leaks,
    malformed,
    model: typeof request.model === 'string' ? request.model : route.model,
  };
}

/**
 * Reads message params from a body. Bedrock's CountTokens may wrap the request of another
 * operation, which is neither read nor changed.
 */
function readParams(body: unknown, route: Route): ReadBody {
  const read = readBody(body);
  const isNested = route.form === 'invoke' && isObject(read.value) && isObject(read.value.input);
  return isNested ? { value: undefined, unread: true } : read;
}

/** Reads the date from `2023-06-01` or `vertex-2023-10-16`, in the header or the body. */
function readApiVersion(header: string | undefined, body: unknown): string {
  const version = header ?? (isObject(body) ? body.anthropic_version : undefined);
  return /\d{4}-\d\d-\d\d$/.exec(String(version))?.[0] ?? '';
}

/** Reads a request: everything that a plan asks about it, but for what rules find in its body. */
import type { Route } from '@beta-headers/grammar';
import type { EngineCatalog } from '../catalog/types.ts';
import type { JsonEdit } from '../edit/edit.ts';
import type { BetaRequest } from '../types.ts';
import { readBodyBetas } from './body-betas.ts';
import { headerValues, readBetas } from './header.ts';
import { type ReadBody, readBody } from './json.ts';
import { findPlatform, type PlatformFinding } from './platform.ts';
import { asText, routeOf } from './route.ts';

/** A request, read. */
export interface RequestFacts {
  readonly route: Route;
  readonly found: PlatformFinding;
  readonly url: string;
  readonly body: ReadBody;
  /** The header as it came; `undefined` without one. */
  readonly header: string | undefined;
  readonly apiVersion: string;
  /** The betas that came with it, wherever they are, in order. */
  readonly caller: readonly string[];
  /** The edits that take betas out of where they do not belong. */
  readonly leaks: readonly JsonEdit[];
  /** The model by the request or the path, where the body does not name it. */
  readonly model: unknown;
}

/** Reads a request. */
export function readRequest(
  request: BetaRequest,
  catalog: EngineCatalog<string>,
  platform: unknown,
): RequestFacts {
  const route = routeOf(request.method, request.url);
  const body = readBody(request.body);
  const headers = headerValues(request.headers, 'anthropic-beta');
  const { betas, leaks } = readBodyBetas(body.value, route);
  return {
    route,
    found: findPlatform(catalog, platform, request.url, route),
    url: asText(request.url),
    body,
    header: headers.length > 0 ? headers.join(',') : undefined,
    apiVersion: headerValues(request.headers, 'anthropic-version')[0] ?? '',
    caller: [...readBetas([...headers, ...betas])],
    leaks,
    model: typeof request.model === 'string' ? request.model : route.model,
  };
}

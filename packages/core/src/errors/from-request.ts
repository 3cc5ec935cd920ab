/** What the request says that the answer leaves out. */
import type { Route } from '@beta-headers/grammar';
import { headerBetas, headerValues, parseBetas } from '../header.ts';
import { type Need, needsOf } from '../needs.ts';
import { routeOf } from '../route.ts';
import { rulesFor } from '../rules.ts';
import type { BetaRequest, Platform } from '../types.ts';
import { readJson } from '../wire.ts';

/** A request that failed, as far as errors ask about it. */
export interface FailedRequest {
  readonly route: Route;
  /** The betas in its header. */
  readonly sent: readonly string[];
  /** Whether it had the header, with nothing in it. */
  readonly sentNothing: boolean;
  /** Whether anything in a body that is sent there opens a beta. */
  readonly canOpen: boolean;
  /** What it needs, by the rules. Walks the body, once. */
  needs(): readonly Need[];
  /** The values that stand in the body instead of in the header; of a batch, in its items. */
  leaked(): string[];
}

/** Reads a request. What cannot be read of it is taken for not there. */
export function readRequest(request: BetaRequest, platform: Platform): FailedRequest {
  const route = routeOf(request.method, request.path);
  const [header] = headerValues(request.headers, 'anthropic-beta');
  const body = bodyOf(request);
  let needs: readonly Need[] | undefined;
  return {
    route,
    sent: headerBetas(request.headers),
    sentNothing: header !== undefined && parseBetas(header).length === 0,
    canOpen: rulesFor(platform, route).tree.fields.length > 0,
    needs: () => (needs ??= needsOf(request, body, route, platform)),
    leaked: () => leakedBetas(body),
  };
}

function bodyOf(request: BetaRequest): unknown {
  try {
    return readJson(request.body);
  } catch {
    return undefined;
  }
}

function leakedBetas(body: unknown): string[] {
  const { requests } = Object(body) as { requests?: unknown };
  const items = Array.isArray(requests)
    ? requests.map((item) => (item as { params?: unknown } | null)?.params)
    : [];
  const values = [body, ...items].flatMap((part) =>
    ['betas', 'anthropic_beta', 'anthropic-beta'].flatMap(
      (name) => (Object(part) as Record<string, unknown>)[name],
    ),
  );
  return parseBetas(values.filter((value) => typeof value === 'string'));
}

/** Turns a pasted request for any platform into one for the Claude API. */
import { plan } from '@beta-headers/core';
import { isStreamingPath, readRoute } from '@beta-headers/grammar';
import type { ReadRequest } from './read.ts';

type Request = ReadRequest['request'];

/**
 * Rewrites a request as the Claude API takes it, so that it can be planned for every platform:
 * the model and the stream of another platform's path go into the body. A Converse request has a
 * body of another shape and stays unchanged.
 */
export function canonicalize(request: Request): Request {
  const { path, form, model } = readRoute(request.method, request.url);
  if (form === 'converse' || !path.startsWith('/v1/')) return request;
  if (form === 'api') return { ...request, url: path + getQuery(request.url) };
  const { body } = request;
  if (typeof body !== 'object' || body === null)
    return { ...request, url: path, ...(model && { model }) };
  const { anthropic_version: _, ...fields } = body as Record<string, unknown>;
  const named = {
    ...(model !== undefined && { model }),
    ...(isStreamingPath(request.url) && { stream: true }),
  };
  return { ...request, url: path, body: { ...named, ...fields } };
}

/** Gets the query of a path, with its question mark. */
function getQuery(path: string): string {
  const [plain = ''] = path.split('#', 1);
  return plain.includes('?') ? plain.slice(plain.indexOf('?')) : '';
}

/** Finds the platform that an address belongs to. The address of a gateway belongs to none. */
export function findPlatform({ request, origin = '' }: ReadRequest): string | undefined {
  const { platform, platformFrom } = plan({ method: request.method, url: origin + request.url });
  return platformFrom === 'assumed' ? undefined : platform;
}

/** A pasted request without the platform that it was pasted for. */
import { plan } from '@beta-headers/core';
import { isStreamingPath, readRoute } from '@beta-headers/grammar';
import type { ReadRequest } from './read.ts';

type Request = ReadRequest['request'];

/**
 * The same request as the Claude API would get it: what the path of another platform says goes into
 * the body, so that it can be planned for every platform. A Converse body is of another shape, and
 * stays as it is.
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

/** `?a=b` of a path, or nothing. */
function getQuery(path: string): string {
  const [plain = ''] = path.split('#', 1);
  return plain.includes('?') ? plain.slice(plain.indexOf('?')) : '';
}

/** The platform that an address belongs to, as the engine reads it; a gateway belongs to none. */
export function findPlatform({ request, origin = '' }: ReadRequest): string | undefined {
  const { platform, platformFrom } = plan({ method: request.method, url: origin + request.url });
  return platformFrom === 'assumed' ? undefined : platform;
}

/** Serves a gateway below one path only. */
import type { Gateway } from '../types.ts';

/**
 * Answers 404 to every request that is not below a path, if one is given. The gateway receives the
 * others without that path. A path that is hard to guess protects a gateway from other users of the
 * machine and from pages in a browser, and leaves the headers to the credentials of the client.
 */
export function requireBasePath(gateway: Gateway, basePath: string | undefined): Gateway {
  if (basePath === undefined) return gateway;
  return async (request) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(`${basePath}/`)) return createNotFound();
    url.pathname = url.pathname.slice(basePath.length);
    return gateway(new Request(url, request));
  };
}

/** Reveals nothing about the path. */
function createNotFound(): Response {
  const error = { type: 'not_found_error', message: 'Not found.' };
  return Response.json({ type: 'error', error, request_id: null }, { status: 404 });
}

/** Passes the response of an upstream on to the client. */
import { isHopByHop, readConnectionNames } from '../request/headers.ts';

/** Statuses whose responses have no body. The constructor of `Response` rejects one. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 204, 205, 304]);

/** Headers about the upstream's own origin, which the gateway is not. */
const OF_ORIGIN: ReadonlySet<string> = new Set([
  'alt-svc',
  'set-cookie',
  'strict-transport-security',
]);

/**
 * Makes the client's response: the same status and body, without the headers that end here. The
 * body is the upstream's own stream, so nothing is buffered, and a client that is gone cancels it.
 */
export function passResponse(response: Response, hints: readonly Hint[]): Response {
  const { status, statusText } = response;
  const named = readConnectionNames(response.headers);
  const headers = new Headers();
  for (const [name, value] of response.headers)
    if (!isHopByHop(name) && !OF_ORIGIN.has(name) && !named?.has(name)) headers.append(name, value);
  for (const [name, value] of hints) headers.set(name, value);
  const body = WITHOUT_BODY.has(status) ? null : response.body;
  return new Response(body, { status, statusText, headers });
}

/** A header of the gateway itself. */
export type Hint = readonly [name: string, value: string];

/** Sends requests to upstreams. */
import type { Bytes } from '@beta-headers/core/adapter';
import type { Trace } from '../answers/event.ts';
import type { ConfiguredUpstream } from '../options.ts';
import type { Send } from '../types.ts';
import { authenticate } from './authenticate.ts';
import { toTransportError } from './failure.ts';

/** A request that is ready except for its credential. */
interface Sendable {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Bytes | string | ReadableStream<Uint8Array> | undefined;
  /** The signal of the client's request. */
  readonly signal: AbortSignal;
  /** Counts the attempt. */
  readonly trace: Pick<Trace, 'attempts'>;
}

/**
 * Authenticates a request and sends it. Follows no redirect, because a credential is for one
 * origin.
 * @throws {GatewayError} if there is no credential or no answer
 */
export async function sendUpstream(
  request: Sendable,
  configured: ConfiguredUpstream,
): Promise<Response> {
  const { upstream } = configured;
  const { method, url, body, signal, trace } = request;
  const isStream = body instanceof ReadableStream;
  const headers = await authenticate(
    { method, url, headers: request.headers, body: isStream ? undefined : body },
    configured,
  );
  const init = {
    method,
    headers,
    redirect: 'manual',
    signal,
    ...(body !== undefined && { body }),
    // A body that is a stream requires it.
    ...(isStream && { duplex: 'half' }),
  } satisfies RequestInit & { duplex?: string };
  trace.attempts++;
  try {
    return await (upstream.send ?? sendByFetch)(url, init);
  } catch (error) {
    throw toTransportError(error, upstream.name, signal.aborted);
  }
}

/** Sends by the global `fetch`, which decodes a body and leaves the headers about its coding. */
const sendByFetch: Send = async (url, init) => {
  const response = await fetch(url, init);
  if (!response.headers.has('content-encoding')) return response;
  const headers = new Headers(response.headers);
  headers.delete('content-encoding');
  headers.delete('content-length');
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
};

/** A client with recovery and without an adapter: it builds the exchange itself. */
import type { Exchange, Recovery } from '../../../src/adapters/adapter.ts';
import { BetaPolicyError, type PlanOptions, plan } from '../../../src/index.ts';
import { betaRecovery, type RecoveryOptions } from '../../../src/recovery/index.ts';

/** A request as a server sees it. */
export interface Received {
  readonly url: string;
  readonly host: string;
  readonly headers: Headers;
  readonly betas: readonly string[];
  readonly body: Record<string, unknown>;
  readonly signal: AbortSignal | undefined;
}

/** Answers requests. */
export type Server = (request: Received) => Response | Promise<Response>;

/** A request of a test; whatever is left out has a default. */
export interface Call {
  readonly betas?: readonly string[];
  readonly body?: object;
  readonly key?: string;
  readonly host?: string;
  readonly path?: string;
  readonly headers?: Record<string, string>;
  readonly signal?: AbortSignal;
}

export interface Client {
  /** Sends a request. */
  send(call?: Call): Promise<Response>;
  /** The betas of each request that reached the server. */
  readonly sent: (readonly string[])[];
  readonly received: Received[];
  /** The number of requests since the last count. */
  count(): number;
}

export type ClientOptions = PlanOptions & { readonly recovery?: RecoveryOptions };

/** Makes a client of a server. */
export function createClient(
  server: Server,
  { recovery, ...options }: ClientOptions = {},
  recover: Recovery = betaRecovery(recovery),
): Client {
  const received: Received[] = [];
  let counted = 0;
  return {
    received,
    get sent() {
      return received.map(({ betas }) => betas);
    },
    count() {
      const since = received.length - counted;
      counted = received.length;
      return since;
    },
    send: (call = {}) => recover(createExchange(call, options, server, received)),
  };
}

function createExchange(
  call: Call,
  options: PlanOptions,
  server: Server,
  received: Received[],
): Exchange {
  const { host = 'api.anthropic.com', path = '/v1/messages', betas = [], key = 'key-1' } = call;
  const headers = new Headers({
    'content-type': 'application/json',
    'x-api-key': key,
    ...(betas.length > 0 && { 'anthropic-beta': betas.join(',') }),
    ...call.headers,
  });
  if (key === '') headers.delete('x-api-key');
  const body = { model: 'claude-opus-5-5', messages: [], ...call.body };
  const request = { method: 'POST', url: `https://${host}${path}`, headers, body };
  const planWith = (rejected: readonly string[], missing: readonly string[] = []) =>
    plan(request, {
      ...options,
      rejected: [...(options.rejected ?? []), ...rejected],
      always: [...(options.always ?? []), ...missing] as never,
    });
  return {
    request,
    platform: planWith([]).platform,
    signal: call.signal,
    plan: planWith,
    attempt: 0,
    report: () => {},
    async send(planned) {
      if (planned.decisions.some(({ action }) => action === 'refused'))
        throw new BetaPolicyError(planned);
      call.signal?.throwIfAborted();
      const one = {
        url: request.url,
        host,
        headers,
        betas: planned.betas,
        body: ('body' in planned ? planned.body : body) as Record<string, unknown>,
        signal: call.signal,
      };
      received.push(one);
      return server(one);
    },
  };
}

/** The API's answer to a bad request. */
export function reject(message: string, status = 400): Response {
  const error = { type: 'invalid_request_error', message };
  return Response.json({ type: 'error', error }, { status });
}

export const accept = (): Response => Response.json({ type: 'message' });

/** The API's wording for values of the header. */
export function describeUnexpected(betas: readonly string[]): string {
  const names = betas.map((beta) => `\`${beta}\``).join(', ');
  return `Unexpected value(s) ${names} for the \`anthropic-beta\` header.`;
}

/** A server that rejects some betas, and names them or not. */
export function createRejector(betas: readonly string[], isNamed = true): Server {
  return ({ betas: sent }) => {
    const bad = sent.filter((beta) => betas.includes(beta));
    if (bad.length === 0) return accept();
    return reject(isNamed ? describeUnexpected(bad) : 'invalid beta flag');
  };
}

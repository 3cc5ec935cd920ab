/**
 * What every adapter does with a request: plans it, reports it, refuses it or sends it changed; and
 * where it is asked to, recovers.
 */

import { defaultCatalog } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { plan } from '../plan.ts';
import { BetaPolicyError } from '../policy-error.ts';
import { findPlatform } from '../request/platform.ts';
import { routeOf } from '../request/route.ts';
import type { BetaPlan, BetaRequest, Decision, PlanOptions, Platform } from '../types.ts';
import { checkOptions } from './options.ts';

/** How an adapter plans, to whom it reports, and whether it recovers. */
export interface AdapterOptions<C extends EngineCatalog<string> = EngineCatalog>
  extends PlanOptions<C> {
  /**
   * Called with every decision of every plan: once for a request, and once more for each retry.
   * What it throws is thrown to the caller.
   */
  readonly onDecision?: (decision: Decision, plan: BetaPlan) => void;
  /**
   * What to do when a beta is rejected all the same: `betaRecovery()` plans again and retries.
   * Default: nothing, the client raises its usual error.
   */
  readonly recover?: Recovery;
}

/** Sends one request until it is answered; made by `betaRecovery`. */
export type Recovery = (exchange: Exchange) => Promise<Response>;

/** One request, and what it takes to send it, and to send it again. */
export interface Exchange {
  /** The request as it came. */
  readonly request: BetaRequest;
  /** Where it goes. */
  readonly platform: Platform;
  /** The caller's, if there is one. */
  readonly signal?: AbortSignal | null | undefined;
  /**
   * Plans the request as it came, with these betas counting as not accepted, besides those of the
   * options, and with `missing` sent as `always` sends them.
   */
  plan(rejected: readonly string[], missing?: readonly string[]): BetaPlan;
  /** Reports the decisions. */
  report(planned: BetaPlan): void;
  /** Sends. @throws {BetaPolicyError} when the plan refuses */
  send(planned: BetaPlan): Promise<Response>;
}

/** A request in the form that `fetch` takes it. */
export interface Outgoing {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
}

/** Sends a request with these headers and this body: the given one, or a changed copy as text. */
export type Send = (headers: Headers, body: unknown) => Promise<Response>;

/**
 * Brings a request to its plan and sends it. Rejects with {@link BetaPolicyError} when the plan
 * refuses.
 */
export type Adapter = (request: Outgoing, send: Send) => Promise<Response>;

/**
 * Makes an adapter.
 * @throws {TypeError} for options that cannot be, when the adapter is made and not at the first
 * request
 */
export function createAdapter<C extends EngineCatalog<string>>(
  options: AdapterOptions<C>,
): Adapter {
  checkOptions(options);
  const { recover } = options;
  return async (request, send) => {
    const exchange = await createExchange(request, send, options);
    // What is a stream can be sent only once.
    if (recover && !isStream(request.body)) return recover(exchange);
    const planned = exchange.plan([]);
    exchange.report(planned);
    return exchange.send(planned);
  };
}

async function createExchange<C extends EngineCatalog<string>>(
  { method = 'GET', url, headers: given, body, signal }: Outgoing,
  send: Send,
  options: AdapterOptions<C>,
): Promise<Exchange> {
  const request: BetaRequest = { method, url, headers: given, body: await readBlob(body) };
  const { platform } = findPlatform(
    options.catalog ?? defaultCatalog,
    options.platform,
    url,
    routeOf(method, url),
  );
  return {
    request,
    platform,
    signal,
    plan: (rejected, missing = []) =>
      plan(request, {
        ...options,
        ...(missing.length > 0 && { always: [...(options.always ?? []), ...missing] as never }),
        today: options.today ?? new Date().toISOString().slice(0, 10),
        rejected: [...(options.rejected ?? []), ...rejected],
      }),
    report(planned) {
      for (const decision of planned.decisions) options.onDecision?.(decision, planned);
    },
    async send(planned) {
      if (options.mode !== 'observe' && isRefused(planned)) throw new BetaPolicyError(planned);
      if (!planned.changed) return send(given, body);
      const headers = new Headers(given);
      if (planned.header === undefined) headers.delete('anthropic-beta');
      else headers.set('anthropic-beta', planned.header);
      if (!('body' in planned)) return send(headers, body);
      headers.delete('content-length');
      return send(headers, toText(planned.body));
    },
  };
}

/** Tests if a plan says that the request should not be sent. */
export const isRefused = (planned: BetaPlan): boolean =>
  planned.decisions.some((decision) => decision.action === 'refused');

const toText = (body: unknown): string => (typeof body === 'string' ? body : JSON.stringify(body));

/** A Blob can be read only asynchronously, which a plan is not. */
async function readBlob(body: unknown): Promise<unknown> {
  if (typeof Blob === 'undefined' || !(body instanceof Blob)) return body;
  return body.type === '' || body.type.includes('json') ? body.text() : body;
}

function isStream(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    ('getReader' in body || Symbol.asyncIterator in body)
  );
}

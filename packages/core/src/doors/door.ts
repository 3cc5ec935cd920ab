/** What every door does with a request: plan it, tell about it, refuse it or send it changed; and where it is asked to, recover. */
import { plan } from '../plan.ts';
import { BetaPolicyError } from '../policy-error.ts';
import type { BetaPlan, BetaRequest, Decision, PlanOptions, Platform } from '../types.ts';
import { readJson } from '../wire.ts';
import { checkOptions } from './options.ts';

/** How a door plans, whom it tells, and whether it recovers. */
export interface DoorOptions<P extends Platform = Platform> extends PlanOptions<P> {
  /** Called with every decision of every plan: once for a request, and once more for each retry. What it throws is thrown to the caller. */
  readonly onDecision?: (decision: Decision, plan: BetaPlan) => void;
  /** What to do when a beta is rejected all the same: `betaRecovery()` plans again and retries. Default: nothing, the client raises its usual error. */
  readonly recover?: Recovery;
}

/** Sends one request until it is answered; made by `betaRecovery`. */
export type Recovery = (exchange: Exchange) => Promise<Response>;

/** One request, and what it takes to send it, and to send it again. */
export interface Exchange {
  /** The request as it came. */
  readonly asked: BetaRequest;
  /** Where it goes. */
  readonly platform: Platform;
  /** The caller's, if there is one. */
  readonly signal?: AbortSignal | null | undefined;
  /** Plans the request as it came, with these betas counting as not accepted, besides those of the options. */
  plan(rejected: readonly string[]): BetaPlan;
  /** Reports the decisions. */
  tell(planned: BetaPlan): void;
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

/** Brings a request to its plan and sends it. Rejects with {@link BetaPolicyError} when the plan refuses. */
export type Door = (request: Outgoing, send: Send) => Promise<Response>;

/** @throws {TypeError} for options that cannot be, when the door is made and not at the first request */
export function openDoor<P extends Platform>(options: DoorOptions<P>): Door {
  checkOptions(options);
  const { recover } = options;
  const platform: Platform = options.platform ?? 'claude-api';
  return async (request, send) => {
    const { method = 'GET', url: path, headers: given, body, signal } = request;
    const asked: BetaRequest = { method, path, headers: given, body: parseJson(body) };
    const exchange: Exchange = {
      asked,
      platform,
      signal,
      plan: (rejected) =>
        plan(
          asked,
          rejected.length > 0
            ? { ...options, rejected: [...(options.rejected ?? []), ...rejected] }
            : options,
        ),
      tell(planned) {
        for (const decision of planned.decisions) options.onDecision?.(decision, planned);
      },
      send(planned) {
        if (planned.decisions.some((decision) => decision.action === 'refused'))
          throw new BetaPolicyError(planned);
        const unchanged = (given.get('anthropic-beta') ?? undefined) === planned.header;
        if (unchanged && !('body' in planned)) return send(given, body);
        const headers = new Headers(given);
        if (planned.header === undefined) headers.delete('anthropic-beta');
        else headers.set('anthropic-beta', planned.header);
        if (!('body' in planned)) return send(headers, body);
        headers.delete('content-length');
        return send(headers, JSON.stringify(planned.body));
      },
    };
    // What is a stream can be sent only once.
    if (recover && !isStream(body)) return recover(exchange);
    const planned = exchange.plan([]);
    exchange.tell(planned);
    return exchange.send(planned);
  };
}

/** A JSON body, as text or bytes, as a value; anything else (a form, a stream, nothing) has no rules to meet. */
function parseJson(body: unknown): unknown {
  if (typeof body !== 'string' && !ArrayBuffer.isView(body)) return undefined;
  try {
    return readJson(body);
  } catch {
    return undefined;
  }
}

function isStream(body: unknown): boolean {
  return (
    typeof body === 'object' &&
    body !== null &&
    ('getReader' in body || Symbol.asyncIterator in body)
  );
}

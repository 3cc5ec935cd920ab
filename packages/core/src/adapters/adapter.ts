/** The types of adapters, and the steps that all of them share. */
import type { EngineCatalog } from '../catalog/types.ts';
import type { BetaPlan, BetaRequest, PlanOptions, Platform } from '../types.ts';
import { createExchange } from './exchange.ts';
import { mergeOverride, type Override } from './overrides.ts';
import type { Logger, PlanEvent } from './report.ts';

/** Options of an adapter: how it plans, where it reports, and if it recovers. */
export interface AdapterOptions<C extends EngineCatalog<string> = EngineCatalog>
  extends PlanOptions<C> {
  /**
   * Called with the plan of a request before it is sent, and once more for each attempt of a
   * recovery. Errors and rejections of the hook are ignored; they never reach the request.
   */
  readonly onPlan?: ((event: PlanEvent) => unknown) | undefined;
  /**
   * Receives a line for each decision that matters, by its level and once per value. Default: the
   * logger of the SDK's client where there is one, else the warnings and errors of `console`.
   * `false` is silent.
   */
  readonly logger?: Logger | false | undefined;
  /**
   * Handles a beta that is rejected although the plan sends it: `betaRecovery()` plans again and
   * retries. Default: nothing, the client raises its usual error.
   */
  readonly recover?: Recovery | undefined;
}

/** Sends one request until it is answered; made by `betaRecovery`. */
export type Recovery = (exchange: Exchange) => Promise<Response>;

/** One request, with everything that is needed to send it, and to send it again. */
export interface Exchange {
  /** The request as received. Its headers hold the caller's credential. */
  readonly request: BetaRequest;
  /** The platform that the request goes to. */
  readonly platform: Platform;
  /** The caller's signal, if there is one. */
  readonly signal?: AbortSignal | null | undefined;
  /** The number of plans that were reported: 1 once the first attempt was. */
  readonly attempt: number;
  /**
   * Plans the request as received. These betas count as not accepted, besides those of the options;
   * `missing` lists betas that are sent as `always` sends them.
   */
  plan(rejected: readonly string[], missing?: readonly string[]): BetaPlan;
  /** Reports a plan that is about to be sent, and counts the attempt. */
  report(planned: BetaPlan): void;
  /** Sends a plan. @throws {BetaPolicyError} when the plan refuses, or a signature forbids it */
  send(planned: BetaPlan): Promise<Response>;
}

/** A request in the form that an adapter takes. */
export interface Outgoing {
  readonly url: string;
  readonly method?: string | undefined;
  readonly headers: Headers;
  readonly body?: unknown;
  readonly signal?: AbortSignal | null | undefined;
  /** The options of this one request, see `withBetas`. */
  readonly override?: Override | undefined;
  /** The logger of the client that sends the request. */
  readonly logger?: Logger | undefined;
}

/** Sends a request with these headers and this body: the given one, or a changed copy as text. */
export type Send = (headers: Headers, body: unknown) => Promise<Response>;

/**
 * Plans a request and sends it as planned. Rejects with `BetaPolicyError` when the plan refuses.
 */
export type Adapter = (request: Outgoing, send: Send) => Promise<Response>;

/** Makes an adapter from options that are checked already. */
export function createAdapter<C extends EngineCatalog<string>>(
  options: AdapterOptions<C>,
): Adapter {
  return async (request, send) => {
    if (request.override === false) return send(request.headers, request.body);
    const merged = mergeOverride(options, request.override);
    const { exchange, canRepeat } = await createExchange(request, send, merged);
    if (merged.recover && canRepeat) return merged.recover(exchange);
    const planned = exchange.plan([]);
    exchange.report(planned);
    return exchange.send(planned);
  };
}

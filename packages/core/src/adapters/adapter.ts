/** The types of adapters, and the steps that all adapters share. */
import type { EngineCatalog } from '../catalog/types.ts';
import type { BetaPlan, BetaRequest, PlanOptions, Platform } from '../types.ts';
import { createExchange } from './exchange.ts';
import { mergeOverride, type Override } from './overrides.ts';
import type { Logger, PlanEvent } from './report.ts';

/** Options of an adapter, for its plans, reports and recovery. */
export interface AdapterOptions<C extends EngineCatalog<string> = EngineCatalog>
  extends PlanOptions<C> {
  /**
   * Called with the plan of a request before it is sent, and once more for each attempt of a
   * recovery. Errors and rejections of the hook are ignored.
   */
  readonly onPlan?: ((event: PlanEvent) => unknown) | undefined;
  /**
   * Receives a line for each decision that matters, at its level and once per value. Default: the
   * logger of the SDK's client if there is one, else the warnings and errors of `console`. `false`
   * is silent.
   */
  readonly logger?: Logger | false | undefined;
  /**
   * Handles a beta that the server rejects although the plan sends it: `betaRecovery()` plans again
   * and retries. Default: none, so that the client raises its usual error.
   */
  readonly recover?: Recovery | undefined;
}

/** Sends one request, and again if its answer can be fixed. Made by `betaRecovery`. */
export type Recovery = (exchange: Exchange) => Promise<Response>;

/** One request, with everything that is needed to send it once or more. */
export interface Exchange {
  /** The request as received. Its headers hold the caller's credential. */
  readonly request: BetaRequest;
  /** The platform that the request goes to. */
  readonly platform: Platform;
  /** Names the account of the request: see `Outgoing.account`. */
  readonly account?: string | undefined;
  /** Identifies the client of the request: see `Outgoing.client`. */
  readonly client?: object | undefined;
  /** The caller's signal, if there is one. */
  readonly signal?: AbortSignal | null | undefined;
  /** The number of plans reported so far: 1 after the report of the first attempt. */
  readonly attempt: number;
  /**
   * Plans the request as received. The betas in `rejected` count as not accepted, besides those of
   * the options. The betas in `missing` are sent like those in `always`.
   */
  plan(rejected: readonly string[], missing?: readonly string[]): BetaPlan;
  /** Reports a plan that is about to be sent, and counts the attempt. */
  report(planned: BetaPlan): void;
  /** Sends a plan. @throws {BetaPolicyError} if the plan is a refusal or breaks a signature */
  send(planned: BetaPlan): Promise<Response>;
}

/** A request in the form that an adapter takes. */
export interface Outgoing {
  /** The URL, or a path. */
  readonly url: string;
  /** The method. Default: `GET`. */
  readonly method?: string | undefined;
  /** The headers as received. */
  readonly headers: Headers;
  /** The body as received: a value, or its JSON as text or bytes. */
  readonly body?: unknown;
  /** The caller's signal, if there is one. */
  readonly signal?: AbortSignal | null | undefined;
  /** The options of this one request, see `withBetas`. */
  readonly override?: Override | undefined;
  /** The logger of the client that sends the request. */
  readonly logger?: Logger | undefined;
  /**
   * Names the account that the request is sent with, if the adapter sets the credential itself. A
   * recovery remembers what it learns under this name instead of the credential in `headers`.
   */
  readonly account?: string | undefined;
  /**
   * Identifies the client that sends the request. A recovery keeps what it learned from requests
   * without a visible credential apart for each client, because each may have another account.
   */
  readonly client?: object | undefined;
}

/** Sends a request with these headers and this body: the original, or a changed copy as text. */
export type Send = (headers: Headers, body: unknown) => Promise<Response>;

/** Plans a request and sends it as planned. Rejects with `BetaPolicyError` on a refusal. */
export type Adapter = (request: Outgoing, send: Send) => Promise<Response>;

/** Makes an adapter from checked options. */
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

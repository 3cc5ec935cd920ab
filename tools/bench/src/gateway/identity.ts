/** Replaces the plans of a gateway by nothing, to measure the rest of it. */
import { type BetaPlan, parseBetas } from '@beta-headers/core';
import { createAdapter, type Exchange } from '@beta-headers/core/adapter';
import type { CreateAdapter } from '../../../../packages/gateway/src/planned.ts';

/**
 * Makes an adapter whose plans leave every request as received, without looking at it. The body is
 * still read and parsed, and everything else is done: the recovery, the report and the hints.
 */
export const createIdentity: CreateAdapter = (options) => {
  const { recover } = options;
  return createAdapter({
    ...options,
    recover: recover && ((exchange) => recover(new IdentityExchange(exchange))),
  });
};

/** Makes an adapter that only forwards: without a plan, a recovery and a report. */
export const createForwarder: CreateAdapter = () => (request, send) =>
  send(request.headers, request.body);

/** An exchange that plans nothing. */
class IdentityExchange implements Exchange {
  readonly request: Exchange['request'];
  readonly platform: Exchange['platform'];
  readonly account: Exchange['account'];
  readonly signal: Exchange['signal'];
  readonly #exchange: Exchange;

  constructor(exchange: Exchange) {
    this.request = exchange.request;
    this.platform = exchange.platform;
    this.account = exchange.account;
    this.signal = exchange.signal;
    this.#exchange = exchange;
  }

  get attempt(): number {
    return this.#exchange.attempt;
  }

  plan(): BetaPlan {
    const header = (this.request.headers as Headers).get('anthropic-beta') ?? undefined;
    return {
      verdict: 'works',
      changed: false,
      platform: this.platform,
      platformFrom: 'option',
      betas: parseBetas(header),
      header,
      decisions: [],
    };
  }

  report(planned: BetaPlan): void {
    this.#exchange.report(planned);
  }

  send(planned: BetaPlan): Promise<Response> {
    return this.#exchange.send(planned);
  }
}

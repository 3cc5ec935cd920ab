/** Plans a request and sends it as planned. */
import { type BetaPlan, parseBetas } from '@beta-headers/core';
import {
  type Bytes,
  type createAdapter,
  type Exchange,
  ParsedBody,
  type Send,
} from '@beta-headers/core/adapter';
import { GatewayError } from './answers/error.ts';
import type { Trace } from './answers/event.ts';
import { convert, hideErrorText } from './convert/index.ts';
import type { Settings } from './options.ts';
import type { PlannedBody } from './request/body.ts';
import { readInnerBody } from './request/count-body.ts';
import { removeCredentials } from './request/credentials.ts';
import type { Target } from './request/target.ts';
import { checkBody } from './upstream/check-body.ts';
import { type Choice, createChoiceError } from './upstream/choose.ts';
import { findModelNames, replaceModels } from './upstream/models.ts';
import { sendUpstream } from './upstream/send.ts';
import { toUpstreamUrl } from './upstream/url.ts';

/** Makes adapters. A benchmark replaces it by one that plans nothing. */
export type CreateAdapter = typeof createAdapter;

/** A request that is planned. */
export interface PlannedCall {
  readonly settings: Settings;
  readonly target: Target;
  readonly choice: Choice;
  /** The headers for the upstream, without its credential. */
  readonly headers: Headers;
  readonly body: PlannedBody & { readonly parsed: ParsedBody };
  readonly signal: AbortSignal;
  readonly trace: Trace;
}

/** The request as the plan reads it, and the function that sends it as planned. */
interface Outbound {
  readonly url: string;
  readonly body: ParsedBody;
  readonly send: Send;
}

/**
 * Plans a request for its upstream, and sends it once or, with a recovery, several times.
 * @throws {BetaPolicyError} if the plan refuses it
 */
export async function sendPlanned(call: PlannedCall, create: CreateAdapter): Promise<Response> {
  const { settings, target, choice, headers, signal, trace } = call;
  const { upstream, planning } = choice.upstream;
  const { recover } = planning;
  const adapter = create({
    ...planning,
    recover: (exchange) => {
      const traced = new TracedExchange(exchange, trace);
      if (settings.isDryRun) return sendUnchanged(traced, trace);
      return recover ? recover(traced) : sendOnce(traced);
    },
  });
  const account = upstream.auth.mode === 'passthrough' ? undefined : upstream.name;
  const { url, body, send } = choice.isConverted ? prepareConverted(call) : prepareSame(call);
  const { method } = target.route;
  const answer = await adapter({ url, method, headers, body, signal, account }, send);
  // A converted error is read as a whole, and others are read only by a recovery.
  const isCopied = recover !== undefined && answer.status === 400 && !choice.isConverted;
  const response = isCopied ? await checkBody(answer, upstream.name, signal) : answer;
  const hides = choice.isConverted && settings.options.errors !== 'verbatim';
  // The recovery has read the text, so this is the last step.
  return hides ? await hideErrorText(response, upstream.url) : response;
}

function sendOnce(exchange: Exchange): Promise<Response> {
  const planned = exchange.plan([]);
  exchange.report(planned);
  return exchange.send(planned);
}

/** Plans a request as the configuration says, and sends it as received. */
async function sendUnchanged(exchange: Exchange, trace: Trace): Promise<Response> {
  const planned = exchange.plan([]);
  exchange.report(planned);
  const { body: _, ...rest } = planned;
  try {
    // Without decisions the plan refuses nothing, and without a change it edits nothing.
    return await exchange.send({ ...rest, changed: false, decisions: [] });
  } finally {
    trace.plan = planned;
  }
}

/** An exchange that keeps each plan that is sent, for the event and the hints. */
class TracedExchange implements Exchange {
  readonly request: Exchange['request'];
  readonly platform: Exchange['platform'];
  readonly account: Exchange['account'];
  readonly signal: Exchange['signal'];
  readonly #exchange: Exchange;
  readonly #trace: Trace;

  constructor(exchange: Exchange, trace: Trace) {
    this.request = exchange.request;
    this.platform = exchange.platform;
    this.account = exchange.account;
    this.signal = exchange.signal;
    this.#exchange = exchange;
    this.#trace = trace;
  }

  get attempt(): number {
    return this.#exchange.attempt;
  }

  plan(rejected: readonly string[], missing?: readonly string[]): BetaPlan {
    return this.#exchange.plan(rejected, missing);
  }

  report(planned: BetaPlan): void {
    this.#exchange.report(planned);
  }

  send(planned: BetaPlan): Promise<Response> {
    this.#trace.plan = planned;
    return this.#exchange.send(planned);
  }
}

/**
 * Prepares a request that is sent in its own form. The model is replaced before the plan if the
 * upstream's name shows the model, else after it.
 */
function prepareSame(call: PlannedCall): Outbound {
  const { target, choice, signal, trace } = call;
  const { upstream: configured } = choice;
  const { parsed, bytes } = call.body;
  const inner = readInnerBody(parsed, target.route);
  const given = inner?.parsed ?? parsed;
  const names = findModelNames(given.value, target, configured);
  const isBefore = names.isReadable;
  const isEdited = names.edits.length > 0;
  const body = isBefore && isEdited ? new ParsedBody(replaceModels(given.text, names)) : given;
  const url = toUpstreamUrl(configured, target, isBefore ? names.path : undefined);
  const sendUrl = isBefore ? url : toUpstreamUrl(configured, target, names.path);
  const write = (planned: unknown): string | Bytes => {
    const text = planned === body ? body.text : (planned as string);
    const final = isBefore ? text : replaceModels(text, names);
    // The bytes as received, if nothing changed.
    if (final === given.text) return bytes;
    return inner ? inner.wrap(final) : final;
  };
  const send: Send = (headers, planned) => {
    return sendUpstream(
      {
        method: target.route.method,
        url: sendUrl,
        headers: keepOauth(planned === body ? keepRepeated(headers, call) : headers, call),
        body: write(planned),
        signal,
        trace,
      },
      configured,
    );
  };
  return { url, body, send };
}

/**
 * Keeps the header of a client of Bedrock that repeats the betas of the body, as the official one
 * does. Bedrock does not read it, so the plan leaves it out, but the request works as received.
 */
function keepRepeated(planned: Headers, { headers, target, trace }: PlannedCall): Headers {
  if (target.route.form !== 'invoke' || planned === headers) return planned;
  const { betas = [] } = trace.plan ?? {};
  const given = headers.get('anthropic-beta')?.split(',') ?? [];
  return given.every((beta) => betas.includes(beta.trim())) ? headers : planned;
}

/**
 * Keeps the client's `oauth-…` beta whatever the plan and the recovery decide. Without it the
 * Claude API rejects the client's token.
 */
function keepOauth(planned: Headers, { headers, choice }: PlannedCall): Headers {
  const { auth, platform } = choice.upstream.upstream;
  if (auth.mode !== 'passthrough' || platform !== 'claude-api' || planned === headers)
    return planned;
  const sent = parseBetas(planned.get('anthropic-beta'));
  const lost = parseBetas(headers.get('anthropic-beta')).filter(
    (beta) => beta.startsWith('oauth-') && !sent.includes(beta),
  );
  if (lost.length > 0) planned.set('anthropic-beta', [...sent, ...lost].join(','));
  return planned;
}

/** Prepares a request that is converted when it is sent, and its response back. */
function prepareConverted(call: PlannedCall): Outbound {
  const { settings, target, choice, signal, trace, body: given } = call;
  const { upstream, base } = choice.upstream;
  const { method, path } = target.route;
  const send: Send = async (headers, planned) => {
    const body = planned instanceof ParsedBody ? planned.text : (planned as string);
    const request = { method, path: path + removeCredentials(target.search), headers, body };
    const converted = convert(request, upstream, settings.options);
    if (!converted) throw createChoiceError(settings.upstreams, target);
    const response = await sendUpstream(
      { method: 'POST', ...converted, signal, trace },
      choice.upstream,
    );
    return converted.convertResponse(response);
  };
  return { url: base + path, body: given.parsed, send };
}

/** Converts the error of a conversion. Other errors stay. */
export function toConversionError(error: unknown): unknown {
  const isConversion = error instanceof Error && error.name === 'ConversionError';
  return isConversion ? new GatewayError('conversion', error.message) : error;
}

/** Plans a request and sends it as planned. */
import type { BetaPlan } from '@beta-headers/core';
import {
  type createAdapter,
  type Exchange,
  ParsedBody,
  type Send,
} from '@beta-headers/core/adapter';
import { GatewayError } from './answers/error.ts';
import type { Trace } from './answers/event.ts';
import { convert } from './convert/index.ts';
import type { Settings } from './options.ts';
import type { PlannedBody } from './request/body.ts';
import type { Target } from './request/target.ts';
import { type Choice, createChoiceError } from './upstream/choose.ts';
import { findModelNames, type ModelNames, replaceModels } from './upstream/models.ts';
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

/**
 * Plans a request for its upstream, and sends it once or, with a recovery, several times.
 * @throws {BetaPolicyError} if the plan refuses it
 */
export async function sendPlanned(call: PlannedCall, create: CreateAdapter): Promise<Response> {
  const { settings, target, choice, headers, signal, trace } = call;
  const { upstream, planning, base } = choice.upstream;
  const { parsed } = call.body;
  const names = findModelNames(parsed.value, target, choice.upstream);
  const isRenamed = !choice.isConverted && names.isReadable;
  const body =
    isRenamed && names.edits.length > 0
      ? new ParsedBody(replaceModels(parsed.text, names))
      : parsed;
  const url = choice.isConverted
    ? base + target.route.path
    : toUpstreamUrl(choice.upstream, target, isRenamed ? names.path : undefined);
  const recover = settings.isDryRun ? undefined : planning.recover;
  const adapter = create({
    ...planning,
    recover: (exchange) => {
      const traced = traceExchange(exchange, trace);
      return recover ? recover(traced) : sendOnce(traced);
    },
  });
  const account = upstream.auth.mode === 'passthrough' ? undefined : upstream.name;
  const send = choice.isConverted
    ? createConvertedSend(call)
    : createSend(call, url, body, names, isRenamed);
  return adapter({ url, method: target.route.method, headers, body, signal, account }, send);
}

function sendOnce(exchange: Exchange): Promise<Response> {
  const planned = exchange.plan([]);
  exchange.report(planned);
  return exchange.send(planned);
}

/** Keeps each plan that is sent, for the event and the hints. */
function traceExchange(exchange: Exchange, trace: Trace): Exchange {
  const { request, platform, account, signal } = exchange;
  return {
    request,
    platform,
    account,
    signal,
    get attempt() {
      return exchange.attempt;
    },
    plan: (rejected, missing) => exchange.plan(rejected, missing),
    report: (planned) => exchange.report(planned),
    send: (planned: BetaPlan) => {
      trace.plan = planned;
      return exchange.send(planned);
    },
  };
}

/** Makes the function that sends the planned headers and body in the form of the request. */
function createSend(
  call: PlannedCall,
  planUrl: string,
  planBody: ParsedBody,
  names: ModelNames,
  isRenamed: boolean,
): Send {
  const { target, choice, body, signal, trace } = call;
  const { upstream: configured } = choice;
  const isSameUrl = isRenamed || names.path === undefined;
  const url = isSameUrl ? planUrl : toUpstreamUrl(configured, target, names.path);
  return (planned, changed) => {
    const headers = keepOauth(planned, call);
    const isSame = changed === planBody;
    const text = isSame ? planBody.text : (changed as string);
    const final = isRenamed ? text : replaceModels(text, names);
    // The bytes as received, if nothing changed.
    const bytes = final === body.parsed.text ? body.bytes : final;
    trace.attempts++;
    return sendUpstream(
      { method: target.route.method, url, headers, body: bytes, signal },
      configured,
    );
  };
}

/**
 * Keeps the client's `oauth-…` beta whatever the plan and the recovery decide. Without it the
 * Claude API rejects the client's token.
 */
function keepOauth(planned: Headers, { headers, choice }: PlannedCall): Headers {
  const { auth, platform } = choice.upstream.upstream;
  if (auth.mode !== 'passthrough' || platform !== 'claude-api' || planned === headers)
    return planned;
  const given = headers.get('anthropic-beta')?.match(/\boauth-[\w-]+/g) ?? [];
  const sent = planned.get('anthropic-beta')?.split(',') ?? [];
  const lost = given.filter((beta) => !sent.includes(beta));
  if (lost.length > 0) planned.set('anthropic-beta', [...sent, ...lost].join(','));
  return planned;
}

/** Makes the function that converts each request, and its response back. */
function createConvertedSend(call: PlannedCall): Send {
  const { settings, target, choice, signal, trace } = call;
  const { errors, pingMs } = settings.options;
  return async (headers, body) => {
    const text = body instanceof ParsedBody ? body.text : (body as string);
    const { method, path } = target.route;
    const converted = convert(
      { method, path: path + target.search, headers, body: text },
      choice.upstream.upstream,
      { ...(errors && { errors }), ...(pingMs && { pingMs }) },
    );
    if (!converted) throw createChoiceError(settings.upstreams, target);
    trace.attempts++;
    const response = await sendUpstream({ method: 'POST', ...converted, signal }, choice.upstream);
    return converted.convertResponse(response);
  };
}

/** Converts the error of a conversion. Other errors stay. */
export function toConversionError(error: unknown): unknown {
  const isConversion = error instanceof Error && error.name === 'ConversionError';
  return isConversion ? new GatewayError('conversion', error.message) : error;
}

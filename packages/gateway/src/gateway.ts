/** `createGateway`: answers one request, from its arrival to its response. */
import { BetaPolicyError } from '@beta-headers/core';
import { type Bytes, createAdapter, type ParsedBody } from '@beta-headers/core/adapter';
import { GatewayError, toErrorResponse } from './answers/error.ts';
import { startTrace, type Trace, toEvent } from './answers/event.ts';
import { listHints } from './answers/hints.ts';
import { answerModels } from './answers/models.ts';
import { answerProbe } from './answers/probe.ts';
import { toRefusalError } from './answers/refusal.ts';
import { passResponse } from './answers/response.ts';
import { readOptions, type Settings } from './options.ts';
import { type CreateAdapter, sendPlanned, toConversionError } from './planned.ts';
import { type PlannedBody, readBytes, readPlannedBody } from './request/body.ts';
import { copyHeaders } from './request/headers.ts';
import { readTarget, type Target } from './request/target.ts';
import type { Gateway, GatewayOptions } from './types.ts';
import { checkPassthrough } from './upstream/authenticate.ts';
import { type Choice, chooseUpstream } from './upstream/choose.ts';
import { readModel } from './upstream/models.ts';
import { sendUpstream } from './upstream/send.ts';
import { toUpstreamUrl } from './upstream/url.ts';

/**
 * Makes a gateway: it plans each request for the platform of its upstream, forwards it, and passes
 * the response on. It reaches no address but those of its upstreams.
 * @throws {TypeError} for an unknown option or an invalid value
 * @example
 * ```ts
 * const gateway = createGateway({
 *   upstreams: [
 *     {
 *       name: 'foundry',
 *       platform: 'foundry',
 *       url: 'https://example.services.ai.azure.com/anthropic',
 *       auth: { mode: 'replace', header: 'api-key', value: process.env.FOUNDRY_KEY ?? '' },
 *     },
 *   ],
 * });
 * export default { fetch: gateway };
 * ```
 */
export function createGateway(options: GatewayOptions): Gateway {
  return buildGateway(options, createAdapter);
}

/** Makes a gateway whose adapters come from `create`, so that a benchmark can replace the plan. */
export function buildGateway(options: GatewayOptions, create: CreateAdapter): Gateway {
  const settings = readOptions(options);
  const { onEvent } = options;
  return async (request) => {
    const trace = startTrace();
    const response = await answerRequest(request, settings, trace, create).catch((error: unknown) =>
      answerError(error, request, trace),
    );
    if (onEvent) contain(() => onEvent(toEvent(trace, request.method, response.status)));
    return response;
  };
}

/** Matches the paths of Bedrock's operations, also of those that no upstream takes. */
const OF_BEDROCK = /^\/(?:async-invoke|guardrail|model)(?:\/|$)/;

async function answerRequest(
  request: Request,
  settings: Settings,
  trace: Trace,
  create: CreateAdapter,
): Promise<Response> {
  const target = readTarget(request.method, request.url);
  trace.kind = target.kind;
  trace.form = OF_BEDROCK.test(target.pathname) ? 'invoke' : target.route.form;
  if (target.kind === 'probe')
    return passResponse(answerProbe(target), listHints(trace.id, undefined));
  if (target.kind === 'models' && !settings.upstreams.some(({ listsModels }) => listsModels))
    return passResponse(answerModels(settings, target), listHints(trace.id, undefined));
  const response = isPlannable(request, settings, target)
    ? await answerPlanned(request, settings, target, trace, create)
    : await answerOther(request, settings, target, trace);
  return passResponse(response, listHints(trace.id, trace.plan));
}

/**
 * Tests if the body of a request can be planned.
 * @throws {GatewayError} for an encoded body, except in a dry run, which forwards it
 */
function isPlannable(request: Request, { isDryRun }: Settings, { isPlanned }: Target): boolean {
  if (!isPlanned) return false;
  const encoding = request.headers.get('content-encoding');
  if (encoding === null || /^(?:identity)?$/i.test(encoding)) return true;
  if (isDryRun) return false;
  throw new GatewayError(
    'body_encoded',
    'the body is compressed, so it cannot be planned; send it without content-encoding',
  );
}

/** Reads, plans and forwards a request with the parameters of a message. */
async function answerPlanned(
  request: Request,
  settings: Settings,
  target: Target,
  trace: Trace,
  create: CreateAdapter,
): Promise<Response> {
  const body = await readPlannedBody(request, settings.maxBodyBytes);
  const { parsed } = body;
  const model = readModel(parsed?.value, target);
  trace.model = model;
  const choice = chooseUpstream(settings, target, model);
  const headers = admit(request, target, choice, trace);
  const { signal } = request;
  if (isParsed(body))
    return sendPlanned({ settings, target, choice, headers, body, signal, trace }, create);
  if (!settings.isDryRun) throw new GatewayError('body_invalid', body.problem);
  return forward({ target, choice, headers, body: body.bytes, signal, trace });
}

const isParsed = (body: PlannedBody): body is PlannedBody & { parsed: ParsedBody } =>
  body.parsed !== undefined;

/** Forwards any other request. Its body is streamed, unless it has to be signed. */
async function answerOther(
  request: Request,
  settings: Settings,
  target: Target,
  trace: Trace,
): Promise<Response> {
  const choice = chooseUpstream(settings, target, target.route.model);
  const headers = admit(request, target, choice, trace);
  const { auth } = choice.upstream.upstream;
  const isSigned = auth.mode === 'sign' && auth.signsBody !== false;
  const body =
    request.body && isSigned
      ? await readBytes(request, settings.maxBodyBytes)
      : (request.body ?? undefined);
  if (body instanceof ReadableStream) keepLength(request.headers, headers);
  return forward({ target, choice, headers, body, signal: request.signal, trace });
}

/** Keeps the length of a streamed body, because some servers take no upload without one. */
function keepLength(from: Headers, to: Headers): void {
  const length = from.get('content-length');
  if (length !== null && /^\d+$/.test(length)) to.set('content-length', length);
}

interface Forwardable {
  readonly target: Target;
  readonly choice: Choice;
  readonly headers: Headers;
  readonly body: Bytes | ReadableStream<Uint8Array> | undefined;
  readonly signal: AbortSignal;
  readonly trace: Trace;
}

/** Forwards a request without a plan. */
function forward({ target, choice, headers, body, signal, trace }: Forwardable): Promise<Response> {
  const url = toUpstreamUrl(choice.upstream, target);
  return sendUpstream(
    { method: target.route.method, url, headers, body, signal, trace },
    choice.upstream,
  );
}

/** Makes the headers for the upstream of a request, and checks the client's credential. */
function admit(request: Request, target: Target, choice: Choice, trace: Trace): Headers {
  const { upstream } = choice.upstream;
  trace.upstream = upstream;
  const keepsCredential = upstream.auth.mode === 'passthrough';
  const headers = copyHeaders(request.headers, keepsCredential);
  if (keepsCredential) checkPassthrough(headers, target, choice.upstream);
  return headers;
}

/** Makes the response of a request that failed in the gateway. */
function answerError(thrown: unknown, { signal }: Request, trace: Trace): Response {
  const error = toGatewayError(thrown, signal.aborted, trace);
  trace.error = error.code;
  if (error.code.startsWith('upstream_')) trace.detail = error.message;
  // The plan of a request that cannot be converted was not sent, and its verdict is misleading.
  if (error.code === 'conversion') trace.plan = undefined;
  return passResponse(toErrorResponse(error, trace.form), listHints(trace.id, trace.plan));
}

function toGatewayError(thrown: unknown, isGone: boolean, trace: Trace): GatewayError {
  const error = toConversionError(thrown);
  if (error instanceof GatewayError) return error;
  if (error instanceof BetaPolicyError) {
    trace.plan = error.plan;
    return toRefusalError(error);
  }
  if (isGone) return new GatewayError('client_gone', 'the client closed the connection');
  return new GatewayError('internal', 'the gateway failed to answer; this is an error in it');
}

/** Calls the hook, and ignores its errors and rejections. */
function contain(call: () => unknown): void {
  try {
    Promise.resolve(call()).catch(() => {});
  } catch {}
}

/** Handles one request: the route, checks of the transport, the gate, the endpoint. */
import type { Catalog, CatalogPlatform, Platform } from '@beta-headers/manifest';
import { answerProfiles, isGreeting } from './answers/start-up.ts';
import type { App } from './app.ts';
import { type Body, readBodyValue } from './body.ts';
import type { FaultTarget } from './broken-stream.ts';
import { type Call, HttpError } from './call.ts';
import { readConverse } from './conversation.ts';
import { makeFailureResponse, makeRequestIdHeader } from './errors.ts';
import { applyFault, Fault } from './faults.ts';
import { type GateOptions, gate, type Reason, type Refusal } from './gate/index.ts';
import { isJsonInBase64, readParts } from './gate/read.ts';
import { isObject } from './gate/walk.ts';
import type { Ids } from './ids.ts';
import type { RequestInfo } from './request-info.ts';
import { askRespond, type Respond, toResponse } from './respond.ts';
import { readServed, type Served } from './wire.ts';

/** The header of an answer to a request about which the manifest is not certain. */
const UNVERIFIED = 'x-fake-api-unverified';
/** The largest number of reasons in that header. */
const SHOWN = 10;
/** The limits that the API has for the lists of one request. */
const MAX_ITEMS = 100_000;

/** The parts that answer requests. */
export interface Backend {
  readonly platform: Platform;
  readonly catalog: Catalog;
  readonly app: App;
  readonly ids: Ids;
  readonly respond: Respond | undefined;
  /** The options of the gate; the day may change while a server runs. */
  readonly gateOptions: () => GateOptions;
}

/** A request that arrived, its body read. */
export interface Arrived {
  readonly request: Request;
  readonly url: URL;
  readonly body: Body;
  /** Undefined: the platform has no such path. */
  readonly served: Served | undefined;
}

/** Answers a request. `fault` is its planned failure. */
export async function handle(
  backend: Backend,
  arrived: Arrived,
  fault?: Fault | undefined,
  disconnect?: (() => void) | undefined,
): Promise<Response> {
  const requestId = backend.ids.next('req');
  const platform = getPlatformEntry(backend, arrived.served?.platform ?? backend.platform);
  const { signal } = arrived.request;
  const target: FaultTarget = { platform, requestId, signal, disconnect };
  const answer = (): Promise<Response> => answerCall(backend, arrived, target);
  try {
    return await (fault ? applyFault(fault, target, answer) : answer());
  } catch (error) {
    if (error instanceof Refused) return makeFailureResponse(platform, requestId, error.refusal);
    if (error instanceof HttpError) return makeFailureResponse(platform, requestId, error);
    throw error;
  }
}

/** Admits a request and answers it. */
async function answerCall(
  backend: Backend,
  arrived: Arrived,
  target: FaultTarget,
): Promise<Response> {
  const { request, url } = arrived;
  if (isGreeting(request.method, url.pathname)) return markResponse(new Response(), target, []);
  checkTransport(arrived);
  const profiles = answerProfiles(target.platform, backend.catalog, request.method, url);
  if (profiles) return markResponse(profiles, target, []);
  const { call, doubts } = admitCall(backend, arrived);
  const isBatch = call.method === 'POST' && call.path === '/v1/messages/batches';
  const given = isBatch ? undefined : await askRespond(call);
  const answerByDefault = async (): Promise<Response> =>
    markResponse(await backend.app.answer(call, arrived.url), target, doubts);
  if (given instanceof Fault) return await applyFault(given, target, answerByDefault);
  const response = given === undefined ? undefined : toResponse(call, given);
  return response ? markResponse(response, target, doubts) : await answerByDefault();
}

/** Adds the id of the request, and the doubts about it. */
function markResponse(
  response: Response,
  { platform, requestId }: FaultTarget,
  doubts: readonly Reason[],
): Response {
  // The headers of a response that a test made may be immutable.
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(makeRequestIdHeader(platform, requestId)))
    if (!headers.has(name)) headers.set(name, value);
  if (doubts.length > 0) headers.set(UNVERIFIED, joinReasons(doubts));
  const { status, statusText } = response;
  return new Response(response.body, { status, statusText, headers });
}

/** Returns the entry of a platform that the catalog is known to have. */
const getPlatformEntry = ({ catalog }: Backend, platform: Platform): CatalogPlatform =>
  catalog.platforms.find(({ id }) => id === platform) as CatalogPlatform;

interface Admitted {
  readonly call: Call;
  readonly doubts: readonly Reason[];
}

/** Judges a request whose transport is right. Throws an error if it is refused. */
function admitCall(backend: Backend, arrived: Arrived): Admitted {
  const { request, url, body, served } = arrived;
  if (!served) throw new HttpError(404, `Not found: ${request.method} ${url.pathname}`);
  const { path } = served;
  const value = readBodyValue(body);
  if (isMessages(request.method, path)) checkMessages(value);
  if (isCountOfBedrock(served)) checkWrappedBody(value);
  const parts = readParts(served, request.headers, value);
  const { platform, form, model } = served;
  const judgement = gate(
    {
      ...parts,
      platform,
      method: request.method,
      path,
      model,
      query: Object.fromEntries(url.searchParams),
    },
    backend.gateOptions(),
  );
  if (judgement.refusal) throw new Refused(judgement.refusal);
  const params = form === 'converse' ? readConverse(value) : parts.body;
  const call: Call = {
    ...readInfo(backend, arrived),
    form,
    catalog: backend.catalog,
    ids: backend.ids,
    origin: url.origin,
    params: isObject(params) ? params : {},
    body,
    request,
    respond: backend.respond,
  };
  return { call, doubts: judgement.reasons };
}

/** Reads the facts of a request, for `respond` and for the conditions of faults. */
export function readInfo({ platform }: Backend, arrived: Arrived): RequestInfo {
  const { request, url, body, served } = arrived;
  const value = readBodyValue(body);
  const fields = isObject(value) ? value : {};
  const betas = served && readParts(served, request.headers, value).betas;
  return {
    method: request.method,
    path: served?.path ?? url.pathname,
    platform: served?.platform ?? platform,
    betas: betas ?? [],
    model: served?.model ?? (typeof fields.model === 'string' ? fields.model : 'unknown'),
    stream: served?.stream ?? fields.stream === true,
  };
}

/** Checks the shape that message params need, and the limits of the API on their lists. */
function checkMessages(value: unknown): void {
  if (!isObject(value)) throw new HttpError(400, 'The request body must be a JSON object.');
  for (const name of ['messages', 'requests']) {
    const list = value[name];
    if (Array.isArray(list) && list.length > MAX_ITEMS)
      throw new HttpError(
        400,
        `${name}: List should have at most ${MAX_ITEMS} items, not ${list.length}`,
      );
  }
}

const isCountOfBedrock = ({ form, path }: Served): boolean =>
  form === 'invoke' && path === '/v1/messages/count_tokens';

/** Checks that CountTokens of Bedrock wraps the body of another operation. */
function checkWrappedBody(value: unknown): void {
  const input = isObject(value) ? value.input : undefined;
  const { invokeModel, converse } = isObject(input) ? input : {};
  if (isObject(converse) || (isObject(invokeModel) && isJsonInBase64(invokeModel.body))) return;
  throw new HttpError(
    400,
    'CountTokens: input.invokeModel.body must be the body of InvokeModel in base64, ' +
      'or input.converse that of Converse.',
  );
}

/** Refuses a request before the gate: no key, a body that is too large or broken. */
function checkTransport({ request, body, served }: Arrived): void {
  const isLogin = served?.path === '/v1/oauth/token';
  const hasKey = ['x-api-key', 'api-key', 'authorization'].some((name) =>
    request.headers.get(name),
  );
  if (!isLogin && !hasKey) throw new HttpError(401, 'x-api-key header is required');
  if (body.kind === 'too-large')
    throw new HttpError(413, 'Request exceeds the maximum allowed number of bytes.');
  if (body.kind === 'broken') throw new HttpError(400, body.message);
}

/** Finds the endpoint of a request. */
export const readArrived = (
  { catalog, platform }: Pick<Backend, 'catalog' | 'platform'>,
  request: Request,
  body: Body,
): Arrived => {
  const url = new URL(request.url);
  const served = readServed(catalog, platform, request.method, url.pathname);
  const path = served?.path.replace(/(?<=.)\/+$/, '');
  return {
    request,
    url,
    body,
    served: served && path !== undefined ? { ...served, path } : served,
  };
};

class Refused extends Error {
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.message);
    this.refusal = refusal;
  }
}

const isMessages = (method: string, path: string): boolean =>
  method === 'POST' && /^\/v1\/messages(?:\/count_tokens|\/batches)?$/.test(path);

/** Joins reasons into a header value. Escapes names of the body that a header cannot hold. */
function joinReasons(reasons: readonly Reason[]): string {
  const texts = reasons.slice(0, SHOWN).map(({ code, subject }) => {
    const name = subject.replace(/[^\w./@:+ -]/g, '?').slice(0, 100);
    return name === '' ? code : `${code} ${name}`;
  });
  const more = reasons.length > SHOWN ? [`and ${reasons.length - SHOWN} more`] : [];
  return [...texts, ...more].join(', ');
}

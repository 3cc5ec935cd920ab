/** One request → one response: route, checks of the transport, the gate, the endpoint. */
import type { Catalog, CatalogPlatform, Platform } from '@beta-headers/manifest';
import type { App } from './app.ts';
import { type Body, bodyValue } from './body.ts';
import { type Call, HttpError } from './call.ts';
import { failureResponse, requestIdHeader } from './errors.ts';
import { type GateOptions, gate, type Reason, type Refusal } from './gate/index.ts';
import { readParts } from './gate/read.ts';
import { isObject } from './gate/walk.ts';
import type { Ids } from './ids.ts';
import { readServed, type Served } from './wire.ts';

/** The header of an answer to a request of which nobody knows what the platform does with it. */
const UNVERIFIED = 'x-fake-api-unverified';
/** As many reasons are in that header. */
const SHOWN = 10;

/** What answers requests. */
export interface Backend {
  readonly platform: Platform;
  readonly catalog: Catalog;
  readonly app: App;
  readonly ids: Ids;
  /** How the gate judges; the day may change while a server runs. */
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

/** Answers a request. */
export async function handle(backend: Backend, arrived: Arrived): Promise<Response> {
  const { ids, app } = backend;
  const requestId = ids.next('req');
  const platform = entryOf(backend, arrived.served?.platform ?? backend.platform);
  try {
    const { call, doubts } = admit(backend, arrived);
    const response = await app.answer(call, arrived.url);
    for (const [name, value] of Object.entries(requestIdHeader(platform, requestId)))
      response.headers.set(name, value);
    if (doubts.length > 0) response.headers.set(UNVERIFIED, shortList(doubts));
    return response;
  } catch (error) {
    if (error instanceof Refused) return failureResponse(platform, requestId, error.refusal);
    if (error instanceof HttpError) {
      const { status, message } = error;
      return failureResponse(platform, requestId, { status, message });
    }
    throw error;
  }
}

/** The entry of a platform that the catalog is known to have. */
const entryOf = ({ catalog }: Backend, platform: Platform): CatalogPlatform =>
  catalog.platforms.find(({ id }) => id === platform) as CatalogPlatform;

interface Admitted {
  readonly call: Call;
  readonly doubts: readonly Reason[];
}

/** The call behind a request, and what nobody knows about it. Throws the reason to refuse it. */
function admit(backend: Backend, arrived: Arrived): Admitted {
  const { request, url, body, served } = arrived;
  checkTransport(arrived);
  if (!served) throw new HttpError(404, `Not found: ${request.method} ${url.pathname}`);
  const path = served.path.replace(/(?<=.)\/+$/, '');
  const value = bodyValue(body);
  if (isMessages(request.method, path) && !isObject(value))
    throw new HttpError(400, 'The request body must be a JSON object.');
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
  const fields = isObject(value) ? value : {};
  const call: Call = {
    platform,
    form,
    catalog: backend.catalog,
    ids: backend.ids,
    method: request.method,
    path,
    origin: url.origin,
    betas: parts.betas ?? [],
    model: model ?? (typeof fields.model === 'string' ? fields.model : 'unknown'),
    stream: served.stream ?? fields.stream === true,
    params: parts.body,
    body,
  };
  return { call, doubts: judgement.reasons };
}

/** What is refused before anybody looks at the request: no key, a body that is broken. */
function checkTransport({ request, body, served }: Arrived): void {
  const isLogin = served?.path === '/v1/oauth/token';
  const hasKey = ['x-api-key', 'api-key', 'authorization'].some((name) =>
    request.headers.get(name),
  );
  if (!isLogin && !hasKey) throw new HttpError(401, 'x-api-key header is required');
  if (body.kind === 'broken') throw new HttpError(400, body.message);
}

/** Reads where a request arrives. */
export const readArrived = (
  { catalog, platform }: Pick<Backend, 'catalog' | 'platform'>,
  request: Request,
  body: Body,
): Arrived => {
  const url = new URL(request.url);
  const served = readServed(catalog, platform, request.method, url.pathname);
  return { request, url, body, served };
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

/** Reasons as one header value; a name from the body may hold what no header can. */
function shortList(reasons: readonly Reason[]): string {
  const texts = reasons.map(({ code, subject }) => {
    const name = subject.replace(/[^\w./@:+ -]/g, '?').slice(0, 100);
    return name === '' ? code : `${code} ${name}`;
  });
  const more = texts.length > SHOWN ? [`and ${texts.length - SHOWN} more`] : [];
  return [...texts.slice(0, SHOWN), ...more].join(', ');
}

/** What a request needs, straight from the rules of the catalog: no tables, no indexes, one rule after the other. */
import type { Catalog, CatalogBeta, CatalogRule, Platform } from '@beta-headers/manifest';
import { accepts, findBeta, nameOn } from './accept.ts';
import { anyEndpointMatches } from './endpoint.ts';
import { modelId } from './model.ts';
import { type Hit, isObject, passes, walk } from './walk.ts';

/** A request as the rules see it: the Claude API's own method and path, whatever the platform calls them. */
export interface GateRequest {
  readonly platform: Platform;
  readonly method: string;
  /** `/v1/messages`, without a query. */
  readonly path: string;
  /** The values as sent, in order, trimmed, an empty one as `''`. Undefined: no header, no list. */
  readonly betas?: readonly string[] | undefined;
  /** `2023-06-01`; undefined counts as the oldest there is. */
  readonly apiVersion?: string | undefined;
  /** Where it does not stand in the body. */
  readonly model?: string | undefined;
  /** The parsed JSON body. */
  readonly body?: unknown;
  /** The parameters of the query, which rules look at on a GET or DELETE. */
  readonly query?: Readonly<Record<string, string>> | undefined;
}

/** One set of params that rules look at: the whole body, or one item of a batch. */
export interface View {
  readonly prefix: readonly (string | number)[];
  readonly params: unknown;
  readonly model: string | undefined;
}

/** A rule that the request meets, and where. `hit` is absent where the endpoint alone needs the beta. */
export interface Need {
  readonly beta: CatalogBeta;
  readonly rule: CatalogRule;
  readonly view: View;
  readonly hit?: Hit;
  /** Any of these names satisfies it here. Empty: this platform or model has it under no name. */
  readonly satisfiedBy: readonly string[];
}

const BATCHES = '/v1/messages/batches';
const MESSAGE_PARAMS = ['POST /v1/messages', 'POST /v1/messages/count_tokens', `POST ${BATCHES}`];

/** The params in a request: each item of a batch is looked at by itself. */
export function views(request: GateRequest): View[] {
  if (!anyEndpointMatches([`POST ${BATCHES}`], request.method, request.path))
    return [whole(request)];
  return walk(request.body, 'requests[].params').map(({ path, value }) => ({
    prefix: path,
    params: value,
    model: modelOf(value),
  }));
}

function whole(request: GateRequest): View {
  const params = /^(?:GET|DELETE)$/i.test(request.method) ? (request.query ?? {}) : request.body;
  return { prefix: [], params, model: request.model ?? modelOf(params) };
}

/** Whether a rule or a trap without an endpoint may look at this request. */
export function isAboutMessages(request: GateRequest): boolean {
  return anyEndpointMatches(MESSAGE_PARAMS, request.method, request.path);
}

/** Every need of the request, satisfied or not: by beta as the catalog orders them, by rule, by place. */
export function needs(catalog: Catalog, request: GateRequest): Need[] {
  return catalog.betas.flatMap((beta) =>
    beta.opens.flatMap((rule) => needsOf(catalog, request, beta, rule)),
  );
}

function needsOf(
  catalog: Catalog,
  request: GateRequest,
  beta: CatalogBeta,
  rule: CatalogRule,
): Need[] {
  const right = rule.endpoint
    ? anyEndpointMatches(rule.endpoint, request.method, request.path)
    : isAboutMessages(request);
  if (!right || (rule.platform && !rule.platform.includes(request.platform))) return [];
  if (
    rule.apiVersion !== undefined &&
    request.apiVersion !== undefined &&
    request.apiVersion > rule.apiVersion
  )
    return [];
  const found: Need[] = [];
  // A rule about the endpoint alone holds once, whatever a batch has in it, unless the models of its items decide.
  for (const view of rule.at === undefined && !rule.model ? [whole(request)] : views(request)) {
    if (rule.model && !includesModel(rule.model, view.model)) continue;
    const satisfiedBy = satisfiers(catalog, beta, rule, request.platform, view.model);
    if (rule.at === undefined) {
      found.push({ beta, rule, view, satisfiedBy });
      continue;
    }
    for (const hit of walk(view.params, rule.at))
      if (passes(hit.value, rule)) found.push({ beta, rule, view, hit, satisfiedBy });
  }
  return found;
}

/** Whether a list of model ids names this model, in whichever form it is written. */
export function includesModel(ids: readonly string[], model: string | undefined): boolean {
  return model !== undefined && ids.includes(modelId(model));
}

/** The beta of the rule, any of its choices, and what superseded that beta; under the names of the platform, where it takes them. */
function satisfiers(
  catalog: Catalog,
  beta: CatalogBeta,
  rule: CatalogRule,
  platform: Platform,
  model: string | undefined,
): string[] {
  const candidates = [
    beta.id,
    ...(rule.choice ?? []),
    ...(beta.independent ? [] : successors(catalog, beta)),
  ];
  const names = candidates.flatMap((id) => {
    const candidate = findBeta(catalog, id);
    const name = candidate && findBeta(catalog, nameOn(candidate, platform));
    return name && accepts(name, { platform, models: model === undefined ? [] : [model] })
      ? [name.id]
      : [];
  });
  return [...new Set(names)];
}

function successors(catalog: Catalog, beta: CatalogBeta): string[] {
  const chain: string[] = [];
  for (
    let next = beta.supersededBy;
    next !== undefined && !chain.includes(next);
    next = findBeta(catalog, next)?.supersededBy
  )
    chain.push(next);
  return chain;
}

function modelOf(params: unknown): string | undefined {
  return isObject(params) && typeof params.model === 'string' ? params.model : undefined;
}

/** Recognizes endpoints that answer 404 if their beta was not sent or may not be used. */
import { defaultCatalog } from '../catalog/catalog.ts';
import { isAt } from '../request/route.ts';
import type { Platform } from '../types.ts';
import type { Facts } from './flatten.ts';
import type { Found } from './found.ts';
import { type FailedRequest, readRequest } from './from-request.ts';
import { isUnavailable, type Where } from './where.ts';

const CALL = /\b(GET|POST|PUT|PATCH|DELETE) (\/v1\/[\w/.-]{1,200})/;

/** Explains a 404 by the endpoint's beta, if the request or the error shows the endpoint. */
export function findHiddenEndpoint(
  facts: Facts,
  request: FailedRequest | undefined,
  sent: readonly string[] | undefined,
  where: Where | undefined,
): Found | undefined {
  if (!facts.statuses.has(404)) return undefined;
  const failed = request ?? findRequest(facts, where?.platform);
  for (const { choices, feature } of failed?.listNeeds() ?? []) {
    const endpoints = failed ? findEndpoints(choices, failed.route) : [];
    if (endpoints.length === 0) continue;
    const { route } = failed as FailedRequest;
    if (where && isUnavailable(feature, where))
      return {
        kind: 'missing',
        betas: [],
        field: `${route.method} ${route.path}`,
        features: [feature],
        advice: 'unavailable',
      };
    return decideHidden(choices, endpoints, failed as FailedRequest, sent);
  }
  return undefined;
}

function decideHidden(
  choices: readonly string[],
  endpoints: readonly string[],
  { route }: FailedRequest,
  sent: readonly string[] | undefined,
): Found | undefined {
  const [beta = '', ...suspects] = choices;
  const had = choices.find((id) => sent?.includes(id));
  if (sent && !had) return { kind: 'missing', betas: [beta], suspects };
  // For a path with an id, the 404 may mean that the object does not exist.
  const isCollection = endpoints.some(
    (endpoint) => endpoint.slice(endpoint.indexOf(' ') + 1).replace('/**', '') === route.path,
  );
  if (!isCollection) return undefined;
  return had
    ? { kind: 'not-enrolled', betas: [had] }
    : { kind: 'missing', betas: [beta], suspects };
}

/** Finds the request that a response or a log names. */
function findRequest(
  { messages }: Facts,
  platform: Platform | undefined,
): FailedRequest | undefined {
  for (const message of messages) {
    const [, method, url] = CALL.exec(message) ?? [];
    if (method && url) return readRequest({ method, url }, platform);
  }
  return undefined;
}

/**
 * Finds the endpoint patterns of the rules by which the endpoint alone needs one of these betas.
 */
function findEndpoints(
  choices: readonly string[],
  route: FailedRequest['route'],
): readonly string[] {
  return choices.flatMap((id) =>
    (defaultCatalog.betas.get(id)?.requires ?? []).flatMap(({ at, endpoint }) =>
      at === undefined && isAt(route, endpoint) ? (endpoint ?? []) : [],
    ),
  );
}

/** Reads a request's route and matches it with endpoints. */
import { matchesEndpoint, type Route, readRoute } from '@beta-headers/grammar';

/**
 * The size of the cache. Ids and queries can make any number of paths, so a full cache is cleared.
 */
const MAX_ROUTES = 500;
const routes = new Map<string, Route>();
/** The request of the last call: every step of a plan reads the route of the same one. */
let last: { readonly method: unknown; readonly url: unknown; readonly route: Route } | undefined;

/** Reads the method and path of a request, and caches the result. Never throws. */
export function getRoute(method: unknown, url: unknown): Route {
  if (last && last.url === url && last.method === method) return last.route;
  const route = findRoute(method, url);
  // An object, such as a URL, can change.
  if (typeof url === 'string' && typeof method === 'string') last = { method, url, route };
  return route;
}

function findRoute(method: unknown, url: unknown): Route {
  const key = `${asText(method)} ${asText(url)}`;
  let route = routes.get(key);
  if (!route) {
    if (routes.size >= MAX_ROUTES) routes.clear();
    route = readRoute(asText(method), asText(url));
    routes.set(key, route);
  }
  return route;
}

/** Tests if a route matches one of the endpoints. */
export function isAt(
  { method, path }: Pick<Route, 'method' | 'path'>,
  endpoints: readonly string[] = [],
): boolean {
  return endpoints.some((endpoint) => matchesEndpoint(endpoint, method, path));
}

/** Tests if requests of a method have a body. Without a body, rules are about the query. */
export const hasBody = (method: string): boolean => !['GET', 'HEAD', 'DELETE'].includes(method);

/** Converts a value to text, such as a `URL`. Returns an empty text if the conversion throws. */
export function asText(value: unknown): string {
  try {
    return typeof value === 'string' ? value : String(value ?? '');
  } catch {
    return '';
  }
}

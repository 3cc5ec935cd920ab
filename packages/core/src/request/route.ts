/** A request's route, read once for each path, and the endpoints that it is one of. */
import { matchesEndpoint, type Route, readRoute } from '@beta-headers/grammar';

/** Paths are few, but ids and queries make them many: past this number all are forgotten. */
const MAX_ROUTES = 500;
const routes = new Map<string, Route>();

/** Reads method and path of a request, once. Never throws. */
export function routeOf(method: unknown, url: unknown): Route {
  const key = `${asText(method)} ${asText(url)}`;
  let route = routes.get(key);
  if (!route) {
    if (routes.size >= MAX_ROUTES) routes.clear();
    route = readRoute(asText(method), asText(url));
    routes.set(key, route);
  }
  return route;
}

/** Tests if a route is one of these endpoints. */
export function isAt(
  { method, path }: Pick<Route, 'method' | 'path'>,
  endpoints: readonly string[] = [],
): boolean {
  return endpoints.some((endpoint) => matchesEndpoint(endpoint, method, path));
}

/** A GET or DELETE has no body: there, rules are about the query. */
export const hasBody = (method: string): boolean => !['GET', 'HEAD', 'DELETE'].includes(method);

/** Takes a `URL` too, and nothing that throws when it is printed. */
export function asText(value: unknown): string {
  try {
    return typeof value === 'string' ? value : String(value ?? '');
  } catch {
    return '';
  }
}

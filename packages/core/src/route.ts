/** A request's route, read once for each path, and the endpoints that it is one of. */
import { matchesEndpoint, type Route, readRoute } from '@beta-headers/grammar';

/** Paths are few, but ids and queries make them many: past this number all are forgotten. */
const MAX_ROUTES = 500;
const routes = new Map<string, Route>();

/** Reads method and path of a request, once. Never throws. */
export function routeOf(method: string, path: string): Route {
  const key = `${method} ${path}`;
  let route = routes.get(key);
  if (!route) {
    if (routes.size >= MAX_ROUTES) routes.clear();
    route = readRoute(String(method), String(path));
    routes.set(key, route);
  }
  return route;
}

/** Tests if a route is one of these endpoints. */
export function isAt({ method, path }: Route, endpoints: readonly string[] = []): boolean {
  return endpoints.some((endpoint) => matchesEndpoint(endpoint, method, path));
}

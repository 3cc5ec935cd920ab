/** Endpoint patterns of the manifest, `POST /v1/agents/{id}` and `* /v1/agents/**`. */

/**
 * Tests if a request goes to the endpoint; `/**` also takes the path above it, `{name}` is one
 * segment.
 */
export function matchesEndpoint(pattern: string, method: string, path: string): boolean {
  const space = pattern.indexOf(' ');
  const wanted = pattern.slice(0, space);
  if (wanted !== '*' && wanted !== method.toUpperCase()) return false;
  const template = splitPath(pattern.slice(space + 1));
  const below = template.at(-1) === '**';
  if (below) template.pop();
  const actual = splitPath(path);
  if (below ? actual.length < template.length : actual.length !== template.length) return false;
  return template.every((name, i) => /^\{.+\}$/.test(name) || name === actual[i]);
}

/** Tests if one of the patterns takes the request. */
export function matchesAnyEndpoint(
  patterns: readonly string[],
  method: string,
  path: string,
): boolean {
  return patterns.some((pattern) => matchesEndpoint(pattern, method, path));
}

const splitPath = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

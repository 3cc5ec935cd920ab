/**
 * Endpoint patterns, such as `GET /v1/agents/{id}` and `* /v1/agents/**`. A pattern is a set of
 * requests, given by their method and path on the Claude API.
 *
 * ```text
 * endpoint = method " " path [ "/**" ]
 * method   = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "*"      "*" is any method
 * path     = "/v1" 1*( "/" ( word | "{" name "}" ) )
 * ```
 *
 * A `{name}` matches any one segment, also one that another pattern names: `GET /v1/files/list` is
 * a request of `GET /v1/files/{id}`. The name itself has no meaning. `/**` matches the path before
 * it and everything below. Empty segments do not count, so a closing slash changes nothing.
 * {@link matchesEndpoint}, {@link coversEndpoint} and {@link overlapsEndpoint} follow from this.
 * @module
 */
import type { SyntaxProblem } from './syntax-problem.ts';

/** The parts of an endpoint pattern. */
export interface Endpoint {
  /** `GET`, or `*` for any method. */
  readonly method: string;
  /** The segments of the path, without `**`. */
  readonly segments: readonly string[];
  /** True if the path ends in `**`. */
  readonly below: boolean;
}

const METHOD = /^(?:GET|POST|PUT|PATCH|DELETE|\*)$/;
const SEGMENT = /^(?:[A-Za-z0-9_.-]+|\{[A-Za-z0-9_]+\})$/;

/** Finds the first syntax error in an endpoint pattern; `undefined` if there is none. */
export function findEndpointProblem(text: string): SyntaxProblem | undefined {
  const [method = '', ...rest] = text.split(' ');
  if (!METHOD.test(method))
    return { index: 0, message: `\`${method}\` is not GET, POST, PUT, PATCH, DELETE or *` };
  let index = method.length + 1;
  if (rest.length !== 1)
    return { index: method.length, message: 'one space and a path follow the method' };
  const [start, ...segments] = (rest[0] as string).split('/');
  if (start !== '' || segments[0] !== 'v1' || segments.length < 2)
    return { index, message: 'the path begins with /v1/' };
  for (const [i, segment] of segments.entries()) {
    index += 1;
    const isOpenEnd = segment === '**' && i > 1 && i === segments.length - 1;
    if (!isOpenEnd && !SEGMENT.test(segment))
      return { index, message: `\`${segment}\` is not a word, a {name}, or ** at the end` };
    index += segment.length;
  }
  return undefined;
}

/** Splits a valid endpoint pattern into its parts. */
export function splitEndpoint(text: string): Endpoint {
  const [method = '', path = ''] = text.split(' ');
  const segments = splitPath(path);
  const below = segments.at(-1) === '**';
  if (below) segments.pop();
  return { method, segments, below };
}

/**
 * Tests if a request matches a pattern. The path is the one on the Claude API, without a query; see
 * `readRoute`.
 */
export function matchesEndpoint(pattern: string, method: string, path: string): boolean {
  return containsAll(splitEndpoint(pattern), {
    method: method.toUpperCase(),
    segments: splitPath(path),
    below: false,
  });
}

/** Tests if `wide` matches every request that `narrow` matches. */
export function coversEndpoint(wide: string, narrow: string): boolean {
  return containsAll(splitEndpoint(wide), splitEndpoint(narrow));
}

/** Tests if some request matches both patterns. */
export function overlapsEndpoint(one: string, other: string): boolean {
  const [a, b] = [splitEndpoint(one), splitEndpoint(other)];
  if (a.method !== b.method && a.method !== '*' && b.method !== '*') return false;
  if (!a.below && a.segments.length < b.segments.length) return false;
  if (!b.below && b.segments.length < a.segments.length) return false;
  return a.segments.every((segment, i) => {
    const have = b.segments[i];
    return have === undefined || matchesSegment(segment, have) || matchesSegment(have, segment);
  });
}

const splitPath = (path: string): string[] => path.split('/').filter((segment) => segment !== '');

/** Tests if `a` matches every request of `b`. A single request is a pattern of words. */
function containsAll(a: Endpoint, b: Endpoint): boolean {
  const further = b.segments.length - a.segments.length;
  return (
    (a.method === '*' || a.method === b.method) &&
    (a.below ? further >= 0 : further === 0 && !b.below) &&
    a.segments.every((segment, i) => matchesSegment(segment, b.segments[i] as string))
  );
}

/**
 * Tests if a segment matches another. A variable matches any segment, including variables; a word
 * matches itself.
 */
const matchesSegment = (segment: string, have: string): boolean =>
  segment === have || segment.startsWith('{');

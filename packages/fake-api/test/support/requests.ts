/** The smallest requests that meet a condition of the published manifest. */
import type { CatalogCondition, CatalogUse, Platform } from '@beta-headers/manifest';
import type { GateRequest } from '../../src/gate/index.ts';

/** Makes a body in which `at` reaches `value`, with its siblings. */
export function makeBody({ at = '', where }: CatalogCondition, value: unknown): object {
  const segments = at.split('.');
  return segments.reduceRight((inner: unknown, segment, i) => {
    if (segment === '**') return { content: [inner] };
    const siblings = i === segments.length - 1 ? where : undefined;
    return segment.endsWith('[]')
      ? { [segment.slice(0, -2)]: [inner], ...siblings }
      : { [segment]: inner, ...siblings };
  }, value) as object;
}

/** Merges two bodies: lists one after the other, objects by their keys. */
export function mergeBodies(one: object, other: object): object {
  if (Array.isArray(one) && Array.isArray(other)) return [...one, ...other];
  const both: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    const before = both[key];
    both[key] = isObject(before) && isObject(value) ? mergeBodies(before, value) : value;
  }
  return both;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Lists values that meet the test of a condition, one of each kind. */
export function listValues({ is, in: oneOf, nonEmpty, above }: CatalogCondition): unknown[] {
  if (is !== undefined) return [is];
  if (oneOf) return [...oneOf];
  if (above !== undefined) return [above + 1];
  return [nonEmpty ? ['x'] : {}];
}

/** Lists the endpoints of a condition; without any, it is about messages. */
export const listEndpoints = ({
  endpoint = ['POST /v1/messages'],
}: CatalogUse): readonly string[] => endpoint;

/** Makes a request to an endpoint that meets a condition with this value, and nothing else. */
export function makeRequest(
  condition: CatalogUse,
  endpoint: string,
  value: unknown,
  platform: Platform,
  model?: string,
): GateRequest {
  const [verb, pattern] = endpoint.split(' ') as [string, string];
  const path = pattern.replace(/\/\*\*$/, '').replace(/\{.+?\}/g, 'x1');
  const method = verb === '*' ? 'GET' : verb;
  const params = condition.at === undefined ? {} : makeBody(condition, value);
  const item = { ...params, ...(model && { model }) };
  const body = path === '/v1/messages/batches' ? { requests: [{ params: item }] } : item;
  return {
    platform,
    method,
    path,
    ...(method === 'GET' ? { query: params as Record<string, string> } : { body }),
  };
}

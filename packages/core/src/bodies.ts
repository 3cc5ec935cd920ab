/** Betas that stand in a body: where a platform wants them, and where they leaked by mistake. */
import { parseBetas } from './header.ts';
import type { Route } from './route.ts';

/** What a body says about betas, and the body without what must not be in it. */
export interface BodyBetas {
  readonly betas: readonly string[];
  readonly body: unknown;
}

/**
 * Reads `anthropic_beta`, which Bedrock wants in the body, and `betas`, which is a parameter of the SDK and leaks into the body from the
 * non-beta namespace and from batch items. The latter is lifted out: the API answers 400 to it.
 */
export function readBodyBetas(body: unknown, route: Route): BodyBetas {
  if (!isObject(body)) return { betas: [], body };
  const found: unknown[] = [];
  let rest = body;
  if (route.placement === 'body') found.push(body.anthropic_beta);
  if (route.placement === 'converse' && isObject(body.additionalModelRequestFields)) found.push(body.additionalModelRequestFields.anthropic_beta);
  if (route.kind !== 'other' && isList(body.betas)) {
    found.push(body.betas);
    rest = without(body);
  }
  if (route.kind === 'batch' && Array.isArray(body.requests) && body.requests.some(hasLeak)) {
    const requests = body.requests.map((item: unknown) => {
      if (!hasLeak(item)) return item;
      found.push(item.params.betas);
      return { ...item, params: without(item.params) };
    });
    rest = { ...rest, requests };
  }
  return { betas: parseBetas(found.flat().filter((beta) => typeof beta === 'string')), body: rest };
}

/** Whether the betas go into this body; what is no object has no room for them, and then the header takes them. */
export function goesIntoBody(body: unknown, route: Route): body is Record<string, unknown> {
  return route.placement !== 'header' && isObject(body);
}

/** Puts the betas where the route wants them. The same body comes back when nothing has to change. */
export function placeBetas(body: unknown, route: Route, betas: readonly string[]): unknown {
  if (!goesIntoBody(body, route)) return body;
  if (route.placement === 'body') return withField(body, betas);
  const fields = isObject(body.additionalModelRequestFields) ? body.additionalModelRequestFields : {};
  const placed = withField(fields, betas);
  return placed === fields ? body : { ...body, additionalModelRequestFields: placed };
}

function withField(target: Record<string, unknown>, betas: readonly string[]): Record<string, unknown> {
  const now = target.anthropic_beta;
  if (betas.length === 0) {
    if (now === undefined) return target;
    const { anthropic_beta: _, ...rest } = target;
    return rest;
  }
  if (Array.isArray(now) && now.length === betas.length && now.every((beta, i) => beta === betas[i])) return target;
  return { ...target, anthropic_beta: [...betas] };
}

function hasLeak(item: unknown): item is { params: Record<string, unknown> } {
  return isObject(item) && isObject(item.params) && isList(item.params.betas);
}

function without({ betas: _, ...rest }: Record<string, unknown>): Record<string, unknown> {
  return rest;
}

const isList = (value: unknown): boolean => Array.isArray(value) || typeof value === 'string';

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Betas that stand in a body: where a platform wants them, and where they leaked by mistake. */
import { parseBetas } from './header.ts';
import type { Route } from './route.ts';

/** What a body says about betas, and the body without what must not be in it. */
export interface BodyBetas {
  readonly betas: readonly string[];
  readonly body: unknown;
}

/**
 * Reads `anthropic_beta`, which Bedrock wants in the body, and takes out what has no place there: `betas`, a parameter of the SDK that leaks from the
 * non-beta namespace and from batch items, and `anthropic_beta` where the header is the place. The API answers 400 to both, and Bedrock's client
 * ignores the header as soon as the body has betas of its own.
 */
export function readBodyBetas(body: unknown, route: Route): BodyBetas {
  if (!isObject(body)) return { betas: [], body };
  const found: unknown[] = [];
  if (route.placement === 'body') found.push(body.anthropic_beta);
  if (route.placement === 'converse' && isObject(body.additionalModelRequestFields)) found.push(body.additionalModelRequestFields.anthropic_beta);
  const leaks = route.placement === 'header' ? ['betas', 'anthropic_beta'] : ['betas'];
  let rest = route.path.startsWith('/v1/') ? lift(body, leaks, found) : body;
  if (route.kind === 'batch' && Array.isArray(body.requests)) {
    const requests = body.requests.map((item: unknown) => {
      const params = isObject(item) && isObject(item.params) ? item.params : undefined;
      const lifted = params && lift(params, leaks, found);
      return lifted === params ? item : { ...(item as object), params: lifted };
    });
    if (requests.some((item, i) => item !== (body.requests as unknown[])[i])) rest = { ...rest, requests };
  }
  return { betas: parseBetas(found.flat().filter((beta) => typeof beta === 'string')), body: rest };
}

/** Moves the lists of betas that stand under these names to `found`. The same object comes back when there are none. */
function lift(params: Record<string, unknown>, names: readonly string[], found: unknown[]): Record<string, unknown> {
  const leaked = names.filter((name) => isList(params[name]));
  if (leaked.length === 0) return params;
  const rest = { ...params };
  for (const name of leaked) {
    found.push(rest[name]);
    delete rest[name];
  }
  return rest;
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
  const { anthropic_beta: now, ...rest } = target;
  if (betas.length === 0) return now === undefined ? target : rest;
  return JSON.stringify(now) === JSON.stringify(betas) ? target : { ...target, anthropic_beta: [...betas] };
}

const isList = (value: unknown): boolean => typeof value === 'string' || (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

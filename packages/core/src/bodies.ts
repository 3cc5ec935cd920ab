/** Betas that stand in a body: where a platform wants them, and where they leaked by mistake. */
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
  const betas: string[] = [];
  if (!isObject(body)) return { betas, body };
  const { placement, kind, path } = route;
  if (placement === 'body') add(betas, body.anthropic_beta);
  if (placement === 'converse' && isObject(body.additionalModelRequestFields)) add(betas, body.additionalModelRequestFields.anthropic_beta);
  const leaks = placement === 'header' ? ['betas', 'anthropic_beta'] : ['betas'];
  let rest = path.startsWith('/v1/') ? lift(body, leaks, betas) : body;
  const { requests } = body;
  if (kind === 'batch' && Array.isArray(requests)) {
    const lifted = requests.map((item: unknown) => {
      const { params } = Object(item) as { params?: unknown };
      const without = isObject(params) ? lift(params, leaks, betas) : params;
      return without === params ? item : { ...(item as object), params: without };
    });
    if (lifted.some((item, i) => item !== requests[i])) rest = { ...rest, requests: lifted };
  }
  return { betas, body: rest };
}

function add(betas: string[], value: unknown): void {
  for (const beta of Array.isArray(value) ? value : [value]) if (typeof beta === 'string') betas.push(beta);
}

/** Moves the betas that stand under these names into a list. The same object comes back when there are none. */
function lift(params: Record<string, unknown>, names: readonly string[], betas: string[]): Record<string, unknown> {
  let rest = params;
  for (const name of names) {
    if (!isList(params[name])) continue;
    add(betas, params[name]);
    if (rest === params) rest = { ...params };
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

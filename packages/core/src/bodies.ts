/** Betas that stand in a body: where a platform wants them, and where they leaked by mistake. */
import { betaPlacement, CONVERSE_FIELDS, type Route } from '@beta-headers/grammar';

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
  const inHeader = betaPlacement(route.form) === 'header';
  if (!inHeader) add(betas, holderOf(body, route).anthropic_beta);
  const leaks = inHeader ? ['betas', 'anthropic_beta'] : ['betas'];
  let rest = route.path.startsWith('/v1/') ? lift(body, leaks, betas) : body;
  const { requests } = body;
  if (route.params === 'batch' && Array.isArray(requests)) {
    const lifted = requests.map((item: unknown) => {
      const { params } = Object(item) as { params?: unknown };
      const without = isObject(params) ? lift(params, leaks, betas) : params;
      return without === params ? item : { ...(item as object), params: without };
    });
    if (lifted.some((item, i) => item !== requests[i])) rest = { ...rest, requests: lifted };
  }
  return { betas, body: rest };
}

/** What holds the betas of a body: the body itself, or what Converse hands through to the model. */
function holderOf(body: Record<string, unknown>, route: Route): Record<string, unknown> {
  if (route.form !== 'converse') return body;
  const fields = body[CONVERSE_FIELDS];
  return isObject(fields) ? fields : {};
}

function add(betas: string[], value: unknown): void {
  for (const beta of Array.isArray(value) ? value : [value])
    if (typeof beta === 'string') betas.push(beta);
}

/** Moves the betas that stand under these names into a list. The same object comes back when there are none. */
function lift(
  params: Record<string, unknown>,
  names: readonly string[],
  betas: string[],
): Record<string, unknown> {
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
  return betaPlacement(route.form) !== 'header' && isObject(body);
}

/** Puts the betas where the route wants them. The same body comes back when nothing has to change. */
export function placeBetas(body: unknown, route: Route, betas: readonly string[]): unknown {
  if (!goesIntoBody(body, route)) return body;
  const holder = holderOf(body, route);
  const { anthropic_beta: now, ...rest } = holder;
  if (betas.length > 0 ? JSON.stringify(now) === JSON.stringify(betas) : now === undefined)
    return body;
  const placed = betas.length > 0 ? { ...holder, anthropic_beta: [...betas] } : rest;
  return holder === body ? placed : { ...body, [CONVERSE_FIELDS]: placed };
}

const isList = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

/** Whether a value is an object of JSON. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

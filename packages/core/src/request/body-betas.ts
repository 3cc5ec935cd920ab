/** Betas in a body: where a platform wants them, and where they leaked by mistake. */
import { betaPlacement, CONVERSE_FIELDS, messageParams, type Route } from '@beta-headers/grammar';
import type { JsonEdit, JsonPath } from '../edit/edit.ts';
import { isObject } from './json.ts';

/** What a body says about betas, and how to take out what must not be in it. */
export interface BodyBetas {
  readonly betas: readonly string[];
  readonly leaks: readonly JsonEdit[];
}

/**
 * Reads `anthropic_beta`, which Bedrock wants in the body, and finds what has no place there:
 * `betas`, a parameter of the SDK that leaks from the non-beta namespace and from batch items, and
 * `anthropic_beta` where the header is the place. The API answers 400 to both, and Bedrock's client
 * ignores the header as soon as the body has betas of its own.
 */
export function readBodyBetas(body: unknown, route: Route): BodyBetas {
  const betas: string[] = [];
  const leaks: JsonEdit[] = [];
  if (!isObject(body) || !route.path.startsWith('/v1/')) return { betas, leaks };
  const inHeader = betaPlacement(route.form) === 'header';
  if (!inHeader) addBetas(betas, holderOf(body, route).anthropic_beta);
  const names = inHeader ? ['betas', 'anthropic_beta'] : ['betas'];
  const isNested = route.params === 'batch' || route.form === 'converse';
  const items = isNested ? messageParams(body, route) : [];
  for (const { at, value } of [{ at: [], value: body }, ...items]) {
    if (!isObject(value)) continue;
    for (const name of names) {
      if (!isListOfTexts(value[name])) continue;
      addBetas(betas, value[name]);
      leaks.push({ at: [...at, name], remove: true });
    }
  }
  return { betas, leaks };
}

/** The betas in a body whose platform wants them there; none where the header is the place. */
export function placedBetas(body: unknown, route: Route): string[] {
  const betas: string[] = [];
  if (goesIntoBody(body, route)) addBetas(betas, holderOf(body, route).anthropic_beta);
  return betas;
}

/**
 * The edits that put the betas where the route wants them; none when nothing has to change, or the
 * header takes them.
 */
export function placeBetas(body: unknown, route: Route, betas: readonly string[]): JsonEdit[] {
  if (!goesIntoBody(body, route)) return [];
  const at: JsonPath =
    route.form === 'converse' ? [CONVERSE_FIELDS, 'anthropic_beta'] : ['anthropic_beta'];
  const now = holderOf(body, route).anthropic_beta;
  if (betas.length === 0) return now === undefined ? [] : [{ at, remove: true }];
  const isThere =
    Array.isArray(now) && now.length === betas.length && now.every((beta, i) => beta === betas[i]);
  return isThere ? [] : [{ at, set: [...betas] }];
}

/**
 * Tests if the betas go into this body; what is no object has no room for them, and then the header
 * takes them.
 */
export function goesIntoBody(body: unknown, route: Route): body is Record<string, unknown> {
  return betaPlacement(route.form) !== 'header' && isObject(body);
}

/** What holds the betas of a body: the body itself, or what Converse hands through to the model. */
function holderOf(body: Record<string, unknown>, route: Route): Record<string, unknown> {
  if (route.form !== 'converse') return body;
  const fields = body[CONVERSE_FIELDS];
  return isObject(fields) ? fields : {};
}

function addBetas(betas: string[], value: unknown): void {
  for (const beta of Array.isArray(value) ? value : [value])
    if (typeof beta === 'string') betas.push(beta);
}

const isListOfTexts = (value: unknown): boolean =>
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

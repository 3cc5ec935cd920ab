/** Reads and places betas in a body, and finds those that leaked into it by mistake. */
import {
  CONVERSE_FIELDS,
  findBetaPlacement,
  listMessageParams,
  type Route,
} from '@beta-headers/grammar';
import type { JsonEdit, JsonPath } from '../edit/edit.ts';
import { isObject } from './json.ts';

/** The betas in a body, the edits that remove misplaced ones, and the places of other values. */
export interface BodyBetas {
  readonly betas: readonly string[];
  readonly leaks: readonly JsonEdit[];
  readonly malformed: readonly JsonPath[];
}

/**
 * Reads `anthropic_beta`, which Bedrock expects in the body, and finds misplaced betas: `betas`, a
 * parameter of the SDK that leaks from the non-beta namespace and from batch items, and
 * `anthropic_beta` on platforms that read the header. The API answers both with 400, and Bedrock's
 * client ignores the header if the body has betas of its own. A `null` holds no beta, so nothing is
 * lost without it.
 */
export function readBodyBetas(body: unknown, route: Route): BodyBetas {
  const betas: string[] = [];
  const leaks: JsonEdit[] = [];
  if (!isObject(body) || !route.path.startsWith('/v1/')) return { betas, leaks, malformed: [] };
  const inHeader = findBetaPlacement(route.form) === 'header';
  const placed = inHeader ? undefined : findBetaHolder(body, route).anthropic_beta;
  addBetas(betas, placed);
  const names = inHeader ? ['betas', 'anthropic_beta'] : ['betas'];
  const isNested = route.params === 'batch' || route.form === 'converse';
  const items = isNested ? listMessageParams(body, route) : [];
  for (const { at, value } of [{ at: [], value: body }, ...items]) {
    if (!isObject(value)) continue;
    for (const name of names) {
      if (!holdsBetas(value[name])) continue;
      addBetas(betas, value[name]);
      leaks.push({ at: [...at, name], remove: true });
    }
  }
  return { betas, leaks, malformed: findMalformed(placed, findPlace(route)) };
}

/** Finds the values that are no list of names, or no name in the list. */
function findMalformed(value: unknown, at: JsonPath): JsonPath[] {
  if (isEmpty(value)) return [];
  if (!Array.isArray(value)) return [at];
  const isName = (item: unknown): boolean =>
    typeof item === 'string' && item.trim() !== '' && !item.includes(',');
  return value.flatMap((item, i) => (isName(item) ? [] : [[...at, i]]));
}

/** Tests for a value without a beta, which loses nothing if it is left out. */
const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || (Array.isArray(value) && value.length === 0);

/** Finds the place of the betas in a body. */
const findPlace = ({ form }: Route): JsonPath =>
  form === 'converse' ? [CONVERSE_FIELDS, 'anthropic_beta'] : ['anthropic_beta'];

/**
 * Reads the betas from a body if the platform expects them there; returns none if it reads the
 * header.
 */
export function readPlacedBetas(body: unknown, route: Route): string[] {
  const betas: string[] = [];
  if (goesIntoBody(body, route)) addBetas(betas, findBetaHolder(body, route).anthropic_beta);
  return betas;
}

/**
 * Returns the edits that put the betas into the body. Returns none if nothing has to change, or if
 * the platform reads the header.
 */
export function placeBetas(body: unknown, route: Route, betas: readonly string[]): JsonEdit[] {
  if (!goesIntoBody(body, route)) return [];
  const at = findPlace(route);
  const now = findBetaHolder(body, route).anthropic_beta;
  if (betas.length === 0) return now === undefined || now === null ? [] : [{ at, remove: true }];
  const isThere =
    Array.isArray(now) && now.length === betas.length && now.every((beta, i) => beta === betas[i]);
  return isThere ? [] : [{ at, set: [...betas] }];
}

/** Tests if the betas go into this body. If the body is not an object, they go into the header. */
export function goesIntoBody(body: unknown, route: Route): body is Record<string, unknown> {
  return findBetaPlacement(route.form) !== 'header' && isObject(body);
}

/**
 * Finds the object that holds the betas: the body itself, or the fields that Converse passes on to
 * the model.
 */
function findBetaHolder(body: Record<string, unknown>, route: Route): Record<string, unknown> {
  if (route.form !== 'converse') return body;
  const fields = body[CONVERSE_FIELDS];
  return isObject(fields) ? fields : {};
}

function addBetas(betas: string[], value: unknown): void {
  for (const beta of Array.isArray(value) ? value : [value])
    if (typeof beta === 'string') betas.push(beta);
}

/** Tests if a value is what a client writes there: a text, a list of texts, or null for none. */
const holdsBetas = (value: unknown): boolean =>
  value === null ||
  typeof value === 'string' ||
  (Array.isArray(value) && value.every((item) => typeof item === 'string'));

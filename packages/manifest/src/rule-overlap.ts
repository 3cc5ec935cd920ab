/** Compares the requests that two rules match. */
import {
  coversEndpoint,
  coversRulePath,
  MESSAGE_ENDPOINTS,
  overlapsEndpoint,
  splitRulePath,
} from '@beta-headers/grammar';
import { isSame } from './canonical-json.ts';
import type { Condition, Use } from './schema/index.ts';

/** Lists the endpoints of a rule. */
export function listEndpoints(rule: Condition): readonly string[] {
  return rule.endpoint === undefined ? MESSAGE_ENDPOINTS : [rule.endpoint].flat();
}

/** Describes the test of a condition: `is mcp_toolset`. */
function describeTest(rule: Pick<Condition, 'is' | 'in' | 'nonEmpty' | 'above'>): string {
  const values = listValues(rule);
  if (values) return values.length === 1 ? `is ${values[0]}` : `in ${values.join(', ')}`;
  if (rule.above !== undefined) return `above ${rule.above}`;
  return rule.nonEmpty ? 'not empty' : 'present';
}

/** Describes the place and the test of a condition. */
export function describePlace(rule: Condition): string {
  return rule.at === undefined
    ? [rule.endpoint ?? []].flat().join(', ')
    : `${rule.at} (${describeTest(rule)})`;
}

/**
 * Tests if one place of a request can meet both rules by the same test. Rules with different
 * `unless` are assumed not to overlap.
 */
export function overlapsRule(a: Use, b: Use): boolean {
  return (
    a.at === b.at &&
    overlapsTest(a, b) &&
    overlapsWhere(a, b) &&
    isSame(a.unless, b.unless) &&
    overlapsList(a.platform, b.platform) &&
    overlapsList(a.model, b.model) &&
    listEndpoints(a).some((x) => listEndpoints(b).some((y) => overlapsEndpoint(x, y)))
  );
}

/** Tests if every request that meets `narrow` meets `wide` too. */
export function coversRule(wide: Use, narrow: Use): boolean {
  return (
    coversPath(wide.at, narrow.at) &&
    coversTest(wide, narrow) &&
    coversWhere(wide, narrow) &&
    (wide.unless === undefined || isSame(wide.unless, narrow.unless)) &&
    coversList(wide.platform, narrow.platform) &&
    coversList(wide.model, narrow.model) &&
    (wide.apiVersion === undefined ||
      (narrow.apiVersion !== undefined && narrow.apiVersion <= wide.apiVersion)) &&
    listEndpoints(narrow).every((y) => listEndpoints(wide).some((x) => coversEndpoint(x, y)))
  );
}

/** Lists the values that a condition allows, or returns `undefined` if it names none. */
export const listValues = (rule: Pick<Condition, 'is' | 'in'>): readonly unknown[] | undefined =>
  rule.in ?? (rule.is === undefined ? undefined : [rule.is]);

/** A specific value may need a further beta, so a value and mere presence do not overlap. */
function overlapsTest(a: Use, b: Use): boolean {
  const x = listValues(a);
  const y = listValues(b);
  if (x && y) return overlapsList(x, y);
  if (x || y) return false;
  return !(a.above !== undefined && b.nonEmpty) && !(b.above !== undefined && a.nonEmpty);
}

function overlapsWhere({ where: a = {} }: Use, { where: b = {} }: Use): boolean {
  return Object.entries(a).every(([name, value]) => !(name in b) || b[name] === value);
}

function coversWhere({ where: wide = {} }: Use, { where: narrow = {} }: Use): boolean {
  return Object.entries(wide).every(([name, value]) => narrow[name] === value);
}

function coversTest(wide: Use, narrow: Use): boolean {
  const values = listValues(narrow);
  if (wide.above !== undefined) return narrow.above !== undefined && narrow.above >= wide.above;
  if (wide.nonEmpty)
    return (
      narrow.nonEmpty === true ||
      (values?.every((value) => typeof value === 'string' && value !== '') ?? false)
    );
  const allowed = listValues(wide);
  return !allowed || (values?.every((value) => allowed.includes(value)) ?? false);
}

/** A rule without a path is about the endpoint. A path without `**` covers only itself. */
function coversPath(wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === narrow) return true;
  if (narrow === undefined || !wide?.includes('**')) return false;
  return coversRulePath(splitRulePath(wide), splitRulePath(narrow));
}

function overlapsList<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return !a || !b || a.some((item) => b.includes(item));
}

function coversList<T>(wide: readonly T[] | undefined, narrow: readonly T[] | undefined): boolean {
  return !wide || (narrow?.every((item) => wide.includes(item)) ?? false);
}

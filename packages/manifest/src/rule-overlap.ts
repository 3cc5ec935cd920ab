/** The requests that two rules have in common. */
import {
  coversEndpoint,
  coversRulePath,
  MESSAGE_ENDPOINTS,
  overlapsEndpoint,
  splitRulePath,
} from '@beta-headers/grammar';
import { isSame } from './canonical.ts';
import type { Condition, Use } from './schema.ts';

/** The endpoints of a rule, as a list. */
export function endpointsOf(rule: Condition): readonly string[] {
  return rule.endpoint === undefined ? MESSAGE_ENDPOINTS : [rule.endpoint].flat();
}

/** The test of a condition in words: `is mcp_toolset`. */
export function testOf(rule: Pick<Condition, 'is' | 'in' | 'nonEmpty' | 'above'>): string {
  const values = valuesOf(rule);
  if (values) return values.length === 1 ? `is ${values[0]}` : `in ${values.join(', ')}`;
  if (rule.above !== undefined) return `above ${rule.above}`;
  return rule.nonEmpty ? 'not empty' : 'present';
}

/** The place and the test of a condition in words. */
export function describePlace(rule: Condition): string {
  return rule.at === undefined
    ? [rule.endpoint ?? []].flat().join(', ')
    : `${rule.at} (${testOf(rule)})`;
}

/**
 * Tests if one place of one request can meet both rules by the same test. An `unless` that only one
 * of them has is taken to keep them apart.
 */
export function rulesMeet(a: Use, b: Use): boolean {
  return (
    a.at === b.at &&
    testsMeet(a, b) &&
    wheresMeet(a, b) &&
    isSame(a.unless, b.unless) &&
    listsMeet(a.platform, b.platform) &&
    listsMeet(a.model, b.model) &&
    endpointsOf(a).some((x) => endpointsOf(b).some((y) => overlapsEndpoint(x, y)))
  );
}

/** Tests if every request that meets `narrow` meets `wide` too. */
export function ruleCovers(wide: Use, narrow: Use): boolean {
  return (
    pathCovers(wide.at, narrow.at) &&
    testCovers(wide, narrow) &&
    whereCovers(wide, narrow) &&
    (wide.unless === undefined || isSame(wide.unless, narrow.unless)) &&
    listCovers(wide.platform, narrow.platform) &&
    listCovers(wide.model, narrow.model) &&
    (wide.apiVersion === undefined ||
      (narrow.apiVersion !== undefined && narrow.apiVersion <= wide.apiVersion)) &&
    endpointsOf(narrow).every((y) => endpointsOf(wide).some((x) => coversEndpoint(x, y)))
  );
}

/** The values that a condition allows at its place; `undefined` where it names none. */
export const valuesOf = (rule: Pick<Condition, 'is' | 'in'>): readonly unknown[] | undefined =>
  rule.in ?? (rule.is === undefined ? undefined : [rule.is]);

/**
 * A value of its own may need one beta more than the field as such, so a value and mere presence do
 * not meet.
 */
function testsMeet(a: Use, b: Use): boolean {
  const x = valuesOf(a);
  const y = valuesOf(b);
  if (x && y) return listsMeet(x, y);
  if (x || y) return false;
  return !(a.above !== undefined && b.nonEmpty) && !(b.above !== undefined && a.nonEmpty);
}

function wheresMeet({ where: a = {} }: Use, { where: b = {} }: Use): boolean {
  return Object.entries(a).every(([name, value]) => !(name in b) || b[name] === value);
}

function whereCovers({ where: wide = {} }: Use, { where: narrow = {} }: Use): boolean {
  return Object.entries(wide).every(([name, value]) => narrow[name] === value);
}

function testCovers(wide: Use, narrow: Use): boolean {
  const values = valuesOf(narrow);
  if (wide.above !== undefined) return narrow.above !== undefined && narrow.above >= wide.above;
  if (wide.nonEmpty)
    return (
      narrow.nonEmpty === true ||
      (values?.every((value) => typeof value === 'string' && value !== '') ?? false)
    );
  const allowed = valuesOf(wide);
  return !allowed || (values?.every((value) => allowed.includes(value)) ?? false);
}

/** A rule without a path is about the endpoint; without `**` a path covers itself alone. */
function pathCovers(wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === narrow) return true;
  if (narrow === undefined || !wide?.includes('**')) return false;
  return coversRulePath(splitRulePath(wide), splitRulePath(narrow));
}

function listsMeet<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return !a || !b || a.some((item) => b.includes(item));
}

function listCovers<T>(wide: readonly T[] | undefined, narrow: readonly T[] | undefined): boolean {
  return !wide || (narrow?.every((item) => wide.includes(item)) ?? false);
}

/** Which requests two rules have in common. */
import {
  coversEndpoint,
  coversRulePath,
  MESSAGE_ENDPOINTS,
  overlapsEndpoint,
  splitRulePath,
} from '@beta-headers/grammar';
import type { Rule } from './schema.ts';

/** The endpoints of a rule, as a list. */
export function endpointsOf(rule: Rule): readonly string[] {
  return rule.endpoint === undefined ? MESSAGE_ENDPOINTS : [rule.endpoint].flat();
}

/** What a rule looks for at its place, in words: `is mcp_toolset`. */
export function testOf(rule: Rule): string {
  const values = valuesOf(rule);
  if (values) return values.length === 1 ? `is ${values[0]}` : `in ${values.join(', ')}`;
  if (rule.above !== undefined) return `above ${rule.above}`;
  return rule.nonEmpty ? 'not empty' : 'present';
}

/** Whether one place of one request can meet both rules by the same test. */
export function rulesMeet(a: Rule, b: Rule): boolean {
  return (
    a.at === b.at &&
    testsMeet(a, b) &&
    listsMeet(a.platform, b.platform) &&
    listsMeet(a.model, b.model) &&
    endpointsOf(a).some((x) => endpointsOf(b).some((y) => overlapsEndpoint(x, y)))
  );
}

/** Whether every request that meets `narrow` meets `wide` too. */
export function ruleCovers(wide: Rule, narrow: Rule): boolean {
  return (
    pathCovers(wide.at, narrow.at) &&
    testCovers(wide, narrow) &&
    listCovers(wide.platform, narrow.platform) &&
    listCovers(wide.model, narrow.model) &&
    (wide.apiVersion === undefined ||
      (narrow.apiVersion !== undefined && narrow.apiVersion <= wide.apiVersion)) &&
    endpointsOf(narrow).every((y) => endpointsOf(wide).some((x) => coversEndpoint(x, y)))
  );
}

const valuesOf = (rule: Rule): readonly unknown[] | undefined =>
  rule.in ?? (rule.is === undefined ? undefined : [rule.is]);

/** A value of its own may need one beta more than the field as such, so a value and mere presence do not meet. */
function testsMeet(a: Rule, b: Rule): boolean {
  const x = valuesOf(a);
  const y = valuesOf(b);
  if (x && y) return listsMeet(x, y);
  if (x || y) return false;
  return !(a.above !== undefined && b.nonEmpty) && !(b.above !== undefined && a.nonEmpty);
}

function testCovers(wide: Rule, narrow: Rule): boolean {
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

/** A rule without a path is about the endpoint, and covers no rule that has one. */
function pathCovers(wide: string | undefined, narrow: string | undefined): boolean {
  if (wide === undefined || narrow === undefined) return wide === narrow;
  return coversRulePath(splitRulePath(wide), splitRulePath(narrow));
}

function listsMeet<T>(a: readonly T[] | undefined, b: readonly T[] | undefined): boolean {
  return !a || !b || a.some((item) => b.includes(item));
}

function listCovers<T>(wide: readonly T[] | undefined, narrow: readonly T[] | undefined): boolean {
  return !wide || (narrow?.every((item) => wide.includes(item)) ?? false);
}

/** Describes rules of the manifest in words, with `code` in backticks. */
import { splitEndpoint } from '@beta-headers/grammar';
import { messages } from '../i18n/index.ts';
import {
  type CatalogCondition,
  type CatalogRule,
  getModelTitle,
  getPlatformTitle,
} from './catalog.ts';
import type { Locale } from './site.ts';

/** An endpoint pattern. `* /v1/agents/**` has no `method`, and includes all paths `below`. */
export interface Endpoint {
  readonly method?: string;
  readonly path: string;
  readonly below: boolean;
}

/** Splits an endpoint pattern into its parts. */
export function parseEndpoint(endpoint: string): Endpoint {
  const { method, segments, below } = splitEndpoint(endpoint);
  return { ...(method !== '*' && { method }), path: `/${segments.join('/')}`, below };
}

const formatCode = (value: string | number | boolean): string => `\`${value}\``;

/** Describes the test of a rule. A rule without a path is met by any request to its endpoints. */
export function describeTest(rule: CatalogCondition, locale: Locale): string {
  const t = messages(locale).rule;
  if (rule.at === undefined) return t.anyRequest;
  const siblings = Object.entries(rule.where ?? {}).map(
    ([name, value]) => `${formatCode(name)} ${t.is} ${formatCode(value)}`,
  );
  const where = siblings.length > 0 ? `, ${t.where} ${siblings.join(', ')}` : '';
  return `${formatCode(rule.at)} ${describeComparison(rule, t)}${where}`;
}

type Words = ReturnType<typeof messages>['rule'];

function describeComparison(rule: CatalogCondition, t: Words): string {
  if (rule.is !== undefined) return `${t.is} ${formatCode(rule.is)}`;
  if (rule.in !== undefined) return `${t.oneOf} ${joinWithOr(rule.in.map(formatCode), t.or)}`;
  if (rule.above !== undefined) return `${t.above} ${formatCode(rule.above)}`;
  return rule.nonEmpty ? t.nonEmpty : t.present;
}

/** Joins values as in `a, b or c`. */
function joinWithOr(values: readonly string[], or: string): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
}

/** Describes the other conditions of a rule: models, platforms, an old anthropic-version. */
export function describeLimits(rule: CatalogCondition, locale: Locale): string {
  const t = messages(locale).rule;
  return [
    rule.model && `${t.models} ${rule.model.map(getModelTitle).join(', ')}`,
    rule.platform && `${t.platforms} ${rule.platform.map(getPlatformTitle).join(', ')}`,
    rule.apiVersion && t.apiVersion(rule.apiVersion),
  ]
    .filter(Boolean)
    .join('; ');
}

/** Describes a whole condition in one line, for constraints and exceptions. */
export function describeCondition(condition: CatalogCondition, locale: Locale): string {
  const t = messages(locale).rule;
  const endpoints = condition.endpoint?.map(formatCode).join(', ');
  const place = condition.at === undefined ? endpoints : describeTest(condition, locale);
  return [
    place,
    condition.at !== undefined && endpoints && `${t.at} ${endpoints}`,
    describeLimits(condition, locale),
  ]
    .filter(Boolean)
    .join(' ');
}

/** Tests if the path of any rule contains brackets or stars that need a legend. */
export const needsPathLegend = (rules: readonly { readonly at?: string | undefined }[]): boolean =>
  rules.some((rule) => /\[\]|\*\*/.test(rule.at ?? ''));

/** Makes a key of the place and the test of a rule. */
const getPlaceKey = ({
  at,
  is,
  in: oneOf,
  nonEmpty,
  above,
  where,
  endpoint,
  unless,
}: CatalogRule) => JSON.stringify([at, is, oneOf, nonEmpty, above, where, endpoint, unless]);

/** Selects the rules of one list that are not in the other list. */
export function selectOtherRules<R extends CatalogRule>(
  rules: readonly R[],
  others: readonly CatalogRule[],
): R[] {
  const known = new Set(others.map(getPlaceKey));
  return rules.filter((rule) => !known.has(getPlaceKey(rule)));
}

/** A test with the places and conditions under which it counts. */
export interface RuleGroup {
  readonly rule: CatalogRule;
  readonly variants: readonly CatalogRule[];
}

/** Groups rules with the same test, which differ in platform, endpoint or note alone. */
export function groupRules(rules: readonly CatalogRule[]): RuleGroup[] {
  const groups = new Map<string, CatalogRule[]>();
  for (const rule of rules) {
    const { platform: _1, endpoint, note: _2, ...test } = rule;
    // Without a path, the endpoint is what the rule tests.
    const key = JSON.stringify(rule.at === undefined ? { ...test, endpoint } : test);
    groups.set(key, [...(groups.get(key) ?? []), rule]);
  }
  return [...groups.values()].map((variants) => ({ rule: variants[0] as CatalogRule, variants }));
}

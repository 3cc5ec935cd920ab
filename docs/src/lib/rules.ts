/** Rules of the manifest in words, with `code` in backticks. */
import { splitEndpoint } from '@beta-headers/grammar';
import { messages } from '../i18n/index.ts';
import {
  type CatalogCondition,
  type CatalogRule,
  getModelTitle,
  getPlatformTitle,
} from './catalog.ts';
import type { Locale } from './site.ts';

/** `* /v1/agents/**` is any method (no `method`) on `/v1/agents` and everything `below` it. */
export interface Endpoint {
  readonly method?: string;
  readonly path: string;
  readonly below: boolean;
}

/** `POST /v1/files` in its parts. */
export function parseEndpoint(endpoint: string): Endpoint {
  const { method, segments, below } = splitEndpoint(endpoint);
  return { ...(method !== '*' && { method }), path: `/${segments.join('/')}`, below };
}

const formatCode = (value: string | number | boolean): string => `\`${value}\``;

/** The test of a rule with a path; a rule without one is about any request to its endpoints. */
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

/** `a, b or c` */
function joinWithOr(values: readonly string[], or: string): string {
  return values.length < 2
    ? values.join('')
    : `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
}

/** What limits a rule besides its place: models, platforms, an old anthropic-version. */
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

/** A whole condition in one line: a part of a constraint, an exception of a rule. */
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

/** Whether the path of any rule needs its brackets or stars explained. */
export const needsPathLegend = (rules: readonly { readonly at?: string | undefined }[]): boolean =>
  rules.some((rule) => /\[\]|\*\*/.test(rule.at ?? ''));

/** The place and the test of a rule, without what is said about it. */
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

/** The rules of one list whose place no rule of another list has. */
export function selectOtherRules<R extends CatalogRule>(
  rules: readonly R[],
  others: readonly CatalogRule[],
): R[] {
  const known = new Set(others.map(getPlaceKey));
  return rules.filter((rule) => !known.has(getPlaceKey(rule)));
}

/** A rule of the manifest taken apart for reading: what is tested, where, and on which condition. */
import { splitEndpoint } from '@beta-headers/grammar';
import type { CatalogRule } from './catalog.ts';

export type RuleTest =
  | { readonly kind: 'is'; readonly values: readonly string[] }
  | { readonly kind: 'oneOf'; readonly values: readonly string[] }
  | { readonly kind: 'above'; readonly values: readonly string[] }
  | { readonly kind: 'nonEmpty'; readonly values: readonly [] }
  | { readonly kind: 'present'; readonly values: readonly [] };

/** `* /v1/agents/**` is any method (no `method`) on `/v1/agents` and everything `below` it. */
export interface Endpoint {
  readonly method?: string;
  readonly path: string;
  readonly below: boolean;
}

/** The test of a rule with a path; a rule without one is about any request to its endpoints. */
export function testOf(rule: CatalogRule): RuleTest | undefined {
  if (rule.at === undefined) return undefined;
  if (rule.is !== undefined) return { kind: 'is', values: [literal(rule.is)] };
  if (rule.in !== undefined) return { kind: 'oneOf', values: rule.in.map(literal) };
  if (rule.above !== undefined) return { kind: 'above', values: [String(rule.above)] };
  return { kind: rule.nonEmpty ? 'nonEmpty' : 'present', values: [] };
}

/** A value as it stands in JSON, except that a text needs no quotes to be read. */
const literal = (value: string | number | boolean): string => String(value);

/** `POST /v1/files` in its parts. */
export function parseEndpoint(endpoint: string): Endpoint {
  const { method, segments, below } = splitEndpoint(endpoint);
  return { ...(method !== '*' && { method }), path: `/${segments.join('/')}`, below };
}

/** Whether the path of any rule needs its brackets or stars explained. */
export const needsPathLegend = (rules: readonly CatalogRule[]): boolean =>
  rules.some((rule) => /\[\]|\*\*/.test(rule.at ?? ''));

/** Describes rules of the manifest in words. */
import type { CatalogCondition, CatalogRule, CatalogUse } from '@beta-headers/manifest/data';

/** Describes a rule: the place in the body, the endpoints, and the exception. */
export function describeRule(rule: CatalogRule | CatalogUse): string {
  const exception = rule.unless ? `, unless ${describeCondition(rule.unless)}` : '';
  return describeCondition(rule) + exception;
}

function describeCondition(condition: CatalogCondition): string {
  const { at, endpoint, model, platform, apiVersion } = condition;
  const endpoints = endpoint?.join(', ');
  const limits = [
    at !== undefined && endpoints !== undefined && `at ${endpoints}`,
    model && `for ${model.join(', ')}`,
    platform && `on ${platform.join(', ')}`,
    apiVersion !== undefined && `with anthropic-version ${String(apiVersion)}`,
  ].filter(Boolean);
  const place = at === undefined ? (endpoints ?? 'any request') : describeTest(at, condition);
  return [place, ...limits].join(' ');
}

function describeTest(at: string, { where, ...condition }: CatalogCondition): string {
  const siblings = Object.entries(where ?? {}).map(([name, value]) => `${name} is ${value}`);
  const beside = siblings.length > 0 ? `, where ${siblings.join(', ')}` : '';
  return `${at} ${describeComparison(condition)}${beside}`;
}

function describeComparison({ is, in: oneOf, above, nonEmpty }: CatalogCondition): string {
  if (is !== undefined) return `is ${is}`;
  if (oneOf !== undefined) return `is one of ${oneOf.join(', ')}`;
  if (above !== undefined) return `is above ${above}`;
  return nonEmpty ? 'is not empty' : 'is present';
}

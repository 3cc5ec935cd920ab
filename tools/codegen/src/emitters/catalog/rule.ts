/**
 * Rules as the engine reads them: without notes, and without the names of variable path segments.
 */
import type { CatalogCondition, CatalogRule, CatalogUse } from '@beta-headers/manifest';

/** A rule of `uses`, or a condition. */
export function toRule({ note: _, ...rule }: CatalogUse & { choice?: unknown }): object {
  const { choice: _choice, ...rest } = rule;
  return {
    ...rest,
    ...(rule.endpoint && { endpoint: shortenEndpoints(rule.endpoint) }),
    ...(rule.unless && { unless: toRule(rule.unless) }),
  };
}

/**
 * A rule of `requires`. The beta itself satisfies it, so a choice is only written where there are
 * others.
 */
export function toRequirement(rule: CatalogRule): object {
  return { ...toRule(rule), ...(rule.choice && { choices: rule.choice }) };
}

/**
 * The use that follows from a rule of `requires`: the conditions that are about needing the header
 * are left out.
 */
export function toDerivedUse(rule: CatalogRule): object {
  const { model: _m, platform: _p, apiVersion: _v, ...use } = rule;
  return toRule(use as CatalogCondition);
}

/** Endpoints without the names of their variable parts, which nothing asks for. */
export function shortenEndpoints(endpoints: readonly string[]): string[] {
  return endpoints.map((endpoint) => endpoint.replace(/\{\w+\}/g, '{}'));
}

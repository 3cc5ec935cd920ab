/** Converts rules to the form that the engine reads: without notes and names of path variables. */
import type { CatalogCondition, CatalogRule, CatalogUse } from '@beta-headers/manifest';

/** Converts a rule of `uses` or a condition. */
export function toRule({ note: _, ...rule }: CatalogUse & { choice?: unknown }): object {
  const { choice: _choice, ...rest } = rule;
  return {
    ...rest,
    ...(rule.endpoint && { endpoint: shortenEndpoints(rule.endpoint) }),
    ...(rule.unless && { unless: toRule(rule.unless) }),
  };
}

/** Converts a rule of `requires`. `choices` is written only if other betas satisfy it as well. */
export function toRequirement(rule: CatalogRule): object {
  return { ...toRule(rule), ...(rule.choice && { choices: rule.choice }) };
}

/**
 * Converts a rule of `requires` to a use, without the conditions that are only about the header.
 */
export function toDerivedUse(rule: CatalogRule): object {
  const { model: _m, platform: _p, apiVersion: _v, ...use } = rule;
  return toRule(use as CatalogCondition);
}

/** Removes the names of variables from endpoints, because nothing reads them. */
export function shortenEndpoints(endpoints: readonly string[]): string[] {
  return endpoints.map((endpoint) => endpoint.replace(/\{\w+\}/g, '{}'));
}

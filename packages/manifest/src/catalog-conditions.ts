/** Converts conditions to their form in the Catalog, and collects the uses of a feature. */
import { toCanonicalJson } from './canonical-json.ts';
import type {
  CatalogCondition,
  CatalogConstraint,
  CatalogRule,
  CatalogSubstitute,
  CatalogUse,
} from './catalog-types.ts';
import type {
  Condition,
  Constraint,
  FeatureSource,
  Rule,
  Substitute,
  Use,
} from './schema/index.ts';

/** Turns `endpoint` into a list. */
export function normalizeEndpoints<
  T extends { readonly endpoint?: string | string[] | undefined },
>({ endpoint, ...rest }: T): Omit<T, 'endpoint'> & { readonly endpoint?: readonly string[] } {
  return endpoint === undefined ? rest : { ...rest, endpoint: [endpoint].flat() };
}

const toCondition = (condition: Condition): CatalogCondition => normalizeEndpoints(condition);

/** Converts a rule of `requires` to its form in the Catalog. */
export const toRule = (rule: Rule): CatalogRule => normalizeRule(rule);

/** Converts a rule of `uses` to its form in the Catalog. */
const toUse = (use: Use): CatalogUse => normalizeRule(use);

function normalizeRule<T extends Use>({ unless, ...rest }: T): CatalogRule & CatalogUse {
  return { ...normalizeEndpoints(rest), ...(unless && { unless: toCondition(unless) }) };
}

/** Converts a constraint to its form in the Catalog. */
export function toConstraint({ all, ...rest }: Constraint): CatalogConstraint {
  return {
    all: all.map((part) => {
      if ('beta' in part) return part;
      return 'absent' in part ? { absent: toCondition(part.absent) } : toCondition(part);
    }),
    ...rest,
  };
}

/** Converts a substitute to its form in the Catalog. */
export function toSubstitute({ when, unless, ...rest }: Substitute): CatalogSubstitute {
  return {
    ...rest,
    when: toCondition(when),
    ...(unless && { unless: toCondition(unless) }),
  };
}

/** Drops the keys that only say when the header is needed. */
function toDerivedUse(rule: CatalogRule): CatalogUse {
  const { choice: _1, platform: _2, apiVersion: _3, model: _4, note: _5, ...use } = rule;
  return use;
}

/** Derives the uses from rules, without duplicates. */
export function deriveUses(rules: readonly CatalogRule[]): CatalogUse[] {
  const uses = new Map(rules.map(toDerivedUse).map((use) => [toCanonicalJson(use), use]));
  return [...uses.values()];
}

/**
 * Collects the uses of a feature: the authored ones, then those of its rules, oldest beta first.
 */
export function collectUses(
  written: FeatureSource['uses'],
  rules: readonly CatalogRule[],
): CatalogUse[] {
  const uses = (written ?? []).map(toUse);
  const known = new Set(uses.map(({ note: _, ...use }) => toCanonicalJson(use)));
  return [...uses, ...deriveUses(rules).filter((use) => !known.has(toCanonicalJson(use)))];
}

/** Conditions as the Catalog holds them: endpoints always as a list, and every use of a feature. */
import { toCanonicalJson } from './canonical-json.ts';
import type {
  CatalogCondition,
  CatalogConstraint,
  CatalogRule,
  CatalogSubstitute,
  CatalogUse,
} from './catalog-types.ts';
import type { Condition, Constraint, FeatureSource, Rule, Substitute, Use } from './schema.ts';

/** A value with its `endpoint` as a list. */
export function normalizeEndpoints<
  T extends { readonly endpoint?: string | string[] | undefined },
>({ endpoint, ...rest }: T): Omit<T, 'endpoint'> & { readonly endpoint?: readonly string[] } {
  return endpoint === undefined ? rest : { ...rest, endpoint: [endpoint].flat() };
}

const toCondition = (condition: Condition): CatalogCondition => normalizeEndpoints(condition);

/** A rule of `requires`, as the Catalog holds it. */
export const toRule = (rule: Rule): CatalogRule => normalizeRule(rule);

/** A rule of `uses`, as the Catalog holds it. */
export const toUse = (use: Use): CatalogUse => normalizeRule(use);

function normalizeRule<T extends Use>({ unless, ...rest }: T): CatalogRule & CatalogUse {
  return { ...normalizeEndpoints(rest), ...(unless && { unless: toCondition(unless) }) };
}

/** A constraint, as the Catalog holds it. */
export function toConstraint({ all, ...rest }: Constraint): CatalogConstraint {
  return {
    all: all.map((part) => {
      if ('beta' in part) return part;
      return 'absent' in part ? { absent: toCondition(part.absent) } : toCondition(part);
    }),
    ...rest,
  };
}

/** A substitute, as the Catalog holds it. */
export function toSubstitute({ when, unless, ...rest }: Substitute): CatalogSubstitute {
  return {
    ...rest,
    when: toCondition(when),
    ...(unless && { unless: toCondition(unless) }),
  };
}

/** The place of a rule in a request, without what says that the header is needed there. */
function toDerivedUse(rule: CatalogRule): CatalogUse {
  const { choice: _1, platform: _2, apiVersion: _3, model: _4, note: _5, ...use } = rule;
  return use;
}

/** The uses that follow from rules, each once. */
export function deriveUses(rules: readonly CatalogRule[]): CatalogUse[] {
  const uses = new Map(rules.map(toDerivedUse).map((use) => [toCanonicalJson(use), use]));
  return [...uses.values()];
}

/** Every use of a feature: what is written, then what its rules add, oldest beta first. */
export function collectUses(
  written: FeatureSource['uses'],
  rules: readonly CatalogRule[],
): CatalogUse[] {
  const uses = (written ?? []).map(toUse);
  const known = new Set(uses.map(({ note: _, ...use }) => toCanonicalJson(use)));
  return [...uses, ...deriveUses(rules).filter((use) => !known.has(toCanonicalJson(use)))];
}

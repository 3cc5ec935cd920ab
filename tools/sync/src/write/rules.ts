/** Drafts rules of `requires` from findings. */
import { coversEndpoint } from '@beta-headers/grammar';
import type { Catalog, CatalogRule } from '@beta-headers/manifest';
import type { SdkMethod, SurfaceEntry } from '../read/facts.ts';

/** A rule in YAML. */
export type RuleDraft = {
  at?: string;
  is?: string;
  endpoint?: string | string[];
  choice?: string[];
};

/** Rules for methods that send a beta, and the rules of other betas that they replace. */
export interface EndpointRules {
  readonly rules: readonly RuleDraft[];
  /**
   * Drafts the rule for methods that send the beta: their endpoints, each by name, because a
   * release does not show that a whole path needs it. A rule of another beta about the same methods
   * only moves here, with a choice of both.
   */
  readonly takes: readonly { readonly beta: string; readonly endpoint: string }[];
  /** Endpoints that a wider or conditional rule of another beta covers; a person separates them. */
  readonly left: readonly string[];
}

/**
 * The rule for methods that send the beta: their endpoints, each by name. A release does not show
 * that a whole path needs it; a person may widen the rule. A rule of another beta that covers only
 * these methods moves here, with a choice of both.
 */
export function draftEndpointRules(
  beta: string,
  methods: readonly SdkMethod[],
  all: readonly SdkMethod[],
  catalog: Catalog,
): EndpointRules {
  const sends = (method: SdkMethod): boolean =>
    method.helper === true || method.defaults.includes(beta);
  const rules: RuleDraft[] = [];
  const takes: { beta: string; endpoint: string }[] = [];
  const left = new Set<string>();
  const settled = new Set<SdkMethod>();
  for (const other of catalog.betas) {
    if (other.id === beta) continue;
    for (const rule of other.requires) {
      if (rule.at !== undefined) continue;
      for (const endpoint of rule.endpoint ?? []) {
        const meant = methods.filter((method) => coversEndpoint(endpoint, method.endpoint));
        if (meant.length === 0) continue;
        for (const method of meant) settled.add(method);
        // The endpoint already has a choice. A person decides about a further one.
        if (rule.choice?.includes(beta)) continue;
        const sharers = all.filter((method) => coversEndpoint(endpoint, method.endpoint));
        if (sharers.every(sends) && !isConditional(rule)) {
          takes.push({ beta: other.id, endpoint });
          rules.push({ endpoint, choice: [beta, ...(rule.choice ?? [other.id])] });
        } else for (const method of meant) left.add(method.endpoint);
      }
    }
  }
  const plain = [
    ...new Set(methods.filter((method) => !settled.has(method)).map((method) => method.endpoint)),
  ];
  return {
    rules:
      plain.length > 0
        ? [...rules, { endpoint: plain.length === 1 ? (plain[0] as string) : plain }]
        : rules,
    takes,
    left: [...left],
  };
}

/** Tests for conditions, which a move to another file would lose. */
const isConditional = ({ model, platform, apiVersion, unless }: CatalogRule): boolean =>
  [model, platform, apiVersion, unless].some((condition) => condition !== undefined);

/** Drafts the rules for a thing in message params, without existing ones. */
export function draftSurfaceRules(entry: SurfaceEntry, catalog: Catalog): RuleDraft[] {
  // The presence of a `type` means nothing; its value is a separate entry.
  if (entry.kind === 'form' || (entry.kind === 'property' && entry.entry.endsWith('.type')))
    return [];
  const inner = entry.kind === 'type' ? (entry.also ?? []) : [];
  const paths = new Set([
    joinPaths(entry.at),
    ...inner.filter((at) => !entry.at.includes(at)).map((at) => joinPaths([at])),
  ]);
  const rules = [...paths].map(
    (at): RuleDraft => ({
      at,
      ...(entry.is !== undefined &&
        entry.kind !== 'property' &&
        entry.kind !== 'param' && { is: entry.is }),
    }),
  );
  const taken = catalog.betas.flatMap((beta) => beta.requires);
  return rules.filter((rule) => !taken.some((other) => haveSameTest(other, rule)));
}

function haveSameTest(rule: CatalogRule, draft: RuleDraft): boolean {
  if (rule.at !== draft.at || rule.endpoint) return false;
  const tests = rule.in?.map(String) ?? (rule.is === undefined ? [] : [String(rule.is)]);
  return draft.is === undefined
    ? tests.length === 0 && !rule.nonEmpty && rule.above === undefined
    : tests.includes(draft.is);
}

/** Joins all places into one rule path: several depths of nested content become `**`. */
function joinPaths(at: readonly string[]): string {
  const [first = ''] = at;
  if (at.length === 1) return first;
  const plain = [
    ...new Set(
      at.map((path) =>
        path.replace(/(?<=messages\[\]\.content\[\])(\.(content|source)(\[\])?)*(?=\.)/, '.**'),
      ),
    ),
  ];
  return plain.length === 1 ? (plain[0] as string) : first;
}

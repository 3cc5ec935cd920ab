/** Findings → rules, in the form that the manifest has. */
import type { Catalog, CatalogRule } from '@beta-headers/manifest';
import { coverDefault, endpointMatches } from '../cover.ts';
import { groupRoot } from '../compare/defaults.ts';
import type { SdkMethod, SurfaceEntry } from '../read/facts.ts';

/** A rule as it is written. */
export type RuleDraft = { at?: string; is?: string; endpoint?: string; choice?: string[] };

/**
 * The rules for what methods send: one for a whole group, where every method below its path sends the beta, else one for each endpoint.
 * Where a rule of another beta covers an endpoint, either of them is a choice.
 */
export function endpointRules(beta: string, methods: readonly SdkMethod[], group: readonly SdkMethod[], catalog: Catalog): RuleDraft[] {
  const roots = new Map<string, SdkMethod[]>();
  for (const method of methods) {
    const root = groupRoot(method.endpoint);
    roots.set(root, [...(roots.get(root) ?? []), method]);
  }
  const patterns = [...roots].flatMap(([root, own]): string[] => {
    const all = group.filter((method) => groupRoot(method.endpoint) === root);
    const whole = root.split('/').length > 2 && all.every((method) => method.defaults.includes(beta)) && all.length > 1;
    return whole ? [`* ${root}/**`] : [...new Set(own.map((method) => method.endpoint))];
  });
  const minimal = patterns.filter((pattern) => !patterns.some((other) => other !== pattern && other.endsWith('/**') && endpointMatches(other, pattern.replace('/**', ''))));
  return minimal.flatMap((endpoint): RuleDraft[] => {
    const covered = methods.filter((method) => endpointMatches(endpoint, method.endpoint));
    const others = catalog.betas.filter((other) => other.id !== beta && covered.some((method) => coverDefault(method, other.id, [other]) === 'rule'));
    // The same words under two betas would open both; a person has to join them.
    if (others.some((other) => other.opens.some((rule) => rule.at === undefined && rule.endpoint?.includes(endpoint)))) return [];
    return [{ endpoint, ...(others.length > 0 && { choice: [beta, ...others.map((other) => other.id)] }) }];
  });
}

/** The rules for a thing in message params, without those that some beta has already. */
export function surfaceRules(entry: SurfaceEntry, catalog: Catalog): RuleDraft[] {
  // That a `type` is there says nothing; what it is, is an entry of its own.
  if (entry.kind === 'form' || (entry.kind === 'property' && entry.entry.endsWith('.type'))) return [];
  const inner = entry.kind === 'type' ? (entry.also ?? []) : [];
  const paths = new Set([patternOf(entry.at), ...inner.filter((at) => !entry.at.includes(at)).map((at) => patternOf([at]))]);
  const rules = [...paths].map((at): RuleDraft => ({ at, ...(entry.is !== undefined && entry.kind !== 'property' && entry.kind !== 'param' && { is: entry.is }) }));
  const taken = catalog.betas.flatMap((beta) => beta.opens);
  return rules.filter((rule) => !taken.some((other) => sameTest(other, rule)));
}

function sameTest(rule: CatalogRule, draft: RuleDraft): boolean {
  if (rule.at !== draft.at || rule.endpoint) return false;
  const tests = rule.in?.map(String) ?? (rule.is === undefined ? [] : [String(rule.is)]);
  return draft.is === undefined ? tests.length === 0 && !rule.nonEmpty && rule.above === undefined : tests.includes(draft.is);
}

/** One rule path for all the places: what stands at several depths of nested content is written with `**`. */
function patternOf(at: readonly string[]): string {
  const [first = ''] = at;
  if (at.length === 1) return first;
  const plain = [...new Set(at.map((path) => path.replace(/(?<=messages\[\]\.content\[\])(\.(content|source)(\[\])?)*(?=\.)/, '.**')))];
  return plain.length === 1 ? (plain[0] as string) : first;
}

/** Whether what the SDK has is covered by what the manifest says. */
import {
  coversEndpoint,
  coversRulePath,
  isInsideRulePath,
  MESSAGE_ENDPOINTS,
  splitRulePath,
} from '@beta-headers/grammar';
import type { CatalogBeta, CatalogRule } from '@beta-headers/manifest';
import type { SdkMethod, SurfaceEntry } from './read/facts.ts';

/** How the manifest knows that a method sends a beta: by a rule, as a left-over (`sdk.sends`), or not at all. */
export function coverDefault(
  method: SdkMethod,
  id: string,
  betas: readonly CatalogBeta[],
): 'rule' | 'sends' | undefined {
  for (const beta of betas) {
    for (const rule of beta.opens) {
      const names = beta.id === id || rule.choice?.includes(id);
      if (
        names &&
        rule.at === undefined &&
        rule.endpoint?.some((pattern) => coversEndpoint(pattern, method.endpoint))
      )
        return 'rule';
    }
    if (
      beta.id === id &&
      beta.sdk.sends.some((pattern) => coversEndpoint(pattern, method.endpoint))
    )
      return 'sends';
  }
  return undefined;
}

/** What covers a surface entry. */
export type Cover =
  /** `parts`: not the thing itself, but something inside of it has a rule. */
  | { readonly by: 'rule'; readonly betas: readonly string[]; readonly parts: boolean }
  | {
      readonly by: 'within';
      readonly entries: readonly string[];
      readonly betas: readonly string[];
    }
  | { readonly by: 'ignored' };

/** For each entry of a surface by name, what covers it; absent where nothing does. */
export function coverSurface(
  surface: readonly SurfaceEntry[],
  betas: readonly CatalogBeta[],
  ignored: ReadonlySet<string>,
): Map<string, Cover> {
  const rules = betas.flatMap((beta) =>
    beta.opens
      .filter((rule) => rule.at !== undefined)
      .map((rule) => ({ rule, ids: [beta.id, ...(rule.choice ?? [])] })),
  );
  const entries = new Map(surface.map((entry) => [entry.entry, entry]));
  const covers = new Map<string, Cover>();
  const cover = (entry: SurfaceEntry, asked: ReadonlySet<string>): Cover | undefined => {
    const known = covers.get(entry.entry);
    if (known) return known;
    // What holds it tells more than a rule for some other part inside of it, which may be anybody's: content blocks share their paths.
    const found =
      byRule(entry, rules, false) ??
      (ignored.has(entry.entry)
        ? ({ by: 'ignored' } as const)
        : (byHolder(entry, asked) ?? byRule(entry, rules, true)));
    if (found) covers.set(entry.entry, found);
    return found;
  };
  const byHolder = (entry: SurfaceEntry, asked: ReadonlySet<string>): Cover | undefined => {
    const holders = entry.within ?? [];
    if (holders.length === 0 || asked.has(entry.entry)) return undefined;
    const found = holders.map((name) => {
      const holder = entries.get(name);
      return holder && cover(holder, new Set([...asked, entry.entry]));
    });
    // What a holder's other parts need says nothing about this part.
    if (!found.every((one) => one !== undefined && !(one.by === 'rule' && one.parts)))
      return undefined;
    return {
      by: 'within',
      entries: holders,
      betas: [
        ...new Set(
          found.flatMap((one) => (one === undefined || one.by === 'ignored' ? [] : one.betas)),
        ),
      ],
    };
  };
  for (const entry of surface) cover(entry, new Set());
  return covers;
}

type OwnedRule = { readonly rule: CatalogRule; readonly ids: readonly string[] };

/** Rules that together cover every place of the entry on every endpoint; with `parts`, also by what is inside of it. */
function byRule(
  entry: SurfaceEntry,
  rules: readonly OwnedRule[],
  parts: boolean,
): Cover | undefined {
  const ids = new Set<string>();
  for (const at of entry.at) {
    for (const endpoint of entry.endpoints) {
      const covering = rules.filter(({ rule }) => ruleCovers(rule, entry, at, endpoint, parts));
      if (covering.length === 0) return undefined;
      for (const one of covering) for (const id of one.ids) ids.add(id);
    }
  }
  return { by: 'rule', betas: [...ids], parts };
}

function ruleCovers(
  rule: CatalogRule,
  entry: SurfaceEntry,
  at: string,
  endpoint: string,
  parts: boolean,
): boolean {
  const endpoints = rule.endpoint ?? MESSAGE_ENDPOINTS;
  if (rule.at === undefined || !endpoints.some((pattern) => coversEndpoint(pattern, endpoint)))
    return false;
  const asked = rule.is !== undefined ? [String(rule.is)] : rule.in?.map(String);
  const [path, place] = [splitRulePath(rule.at), splitRulePath(at)];
  if (
    coversRulePath(path, place) &&
    (asked === undefined || (entry.is !== undefined && asked.includes(entry.is)))
  )
    return true;
  // A param or a property may be opened by its parts: context_management by its edits.
  return (
    parts && (entry.kind === 'param' || entry.kind === 'property') && isInsideRulePath(path, place)
  );
}

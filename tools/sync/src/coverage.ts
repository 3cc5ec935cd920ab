/** Finds the rules of the manifest that cover what the SDK has. */
import {
  coversEndpoint,
  coversRulePath,
  isInsideRulePath,
  MESSAGE_ENDPOINTS,
  splitRulePath,
} from '@beta-headers/grammar';
import type { Catalog, CatalogBeta, CatalogRule, CatalogUse } from '@beta-headers/manifest';
import type { SdkMethod, SurfaceEntry } from './read/facts.ts';

/** Finds how the manifest covers that a method sends a beta: by a rule, or by `sdk.sends`. */
export function findDefaultCoverage(
  method: SdkMethod,
  id: string,
  betas: readonly CatalogBeta[],
): 'rule' | 'sends' | undefined {
  const isAt = (pattern: string): boolean => coversEndpoint(pattern, method.endpoint);
  for (const beta of betas) {
    for (const rule of beta.requires) {
      const names = beta.id === id || rule.choice?.includes(id);
      if (names && rule.at === undefined && rule.endpoint?.some(isAt)) return 'rule';
    }
    if (beta.id === id && beta.sdk.sends.some(isAt)) return 'sends';
  }
  return undefined;
}

/** The way the manifest covers a surface entry. */
export type Coverage =
  /** `parts`: something inside of it has a rule, and the entry itself has none. */
  | { readonly by: 'rule'; readonly betas: readonly string[]; readonly parts: boolean }
  | {
      readonly by: 'within';
      readonly entries: readonly string[];
      readonly betas: readonly string[];
    }
  /** Features use it, and no header is needed. */
  | { readonly by: 'use'; readonly features: readonly string[] }
  | { readonly by: 'ignored' };

/** The betas that a request with the entry needs. */
export function listNeededBetas(cover: Coverage | undefined): readonly string[] {
  return cover && 'betas' in cover ? cover.betas : [];
}

/** The part of the Catalog that covers a surface. */
export type CoveringCatalog = Pick<Catalog, 'betas' | 'features'>;

/** Finds the coverage of each entry of a surface, by its name; absent if nothing covers it. */
export function coverSurface(
  surface: readonly SurfaceEntry[],
  { betas, features }: CoveringCatalog,
  ignored: ReadonlySet<string>,
): Map<string, Coverage> {
  const required = betas.flatMap((beta) =>
    beta.requires.map((rule) => ({ rule, owners: [beta.id, ...(rule.choice ?? [])] })),
  );
  const used = features.flatMap(({ name, uses }) => uses.map((rule) => ({ rule, owners: [name] })));
  const entries = new Map(surface.map((entry) => [entry.entry, entry]));
  const covers = new Map<string, Coverage>();
  const cover = (entry: SurfaceEntry, visited: ReadonlySet<string>): Coverage | undefined => {
    const known = covers.get(entry.entry);
    if (known) return known;
    // The coverage of the holder is more specific than a rule for another part of the entry:
    // content blocks share their paths.
    const found =
      coverByRule(entry, required, false) ??
      (ignored.has(entry.entry)
        ? ({ by: 'ignored' } as const)
        : (byHolder(entry, visited) ??
          coverByUse(entry, used) ??
          coverByRule(entry, required, true)));
    if (found) covers.set(entry.entry, found);
    return found;
  };
  const byHolder = (entry: SurfaceEntry, visited: ReadonlySet<string>): Coverage | undefined => {
    const holders = entry.within ?? [];
    if (holders.length === 0 || visited.has(entry.entry)) return undefined;
    const found = holders.map((name) => {
      const holder = entries.get(name);
      return holder && cover(holder, new Set([...visited, entry.entry]));
    });
    // A rule for other parts of a holder says nothing about this part.
    if (!found.every((one) => one !== undefined && !(one.by === 'rule' && one.parts)))
      return undefined;
    return { by: 'within', entries: holders, betas: [...new Set(found.flatMap(listNeededBetas))] };
  };
  for (const entry of surface) cover(entry, new Set());
  return covers;
}

/** Tests if a rule names the value of an entry, and not only the field that has it. */
export function isNamedByRule(
  { at, is }: SurfaceEntry,
  { betas, features }: CoveringCatalog,
): boolean {
  const rules = [...betas.flatMap((beta) => beta.requires), ...features.flatMap((one) => one.uses)];
  return rules.some(
    (rule) =>
      rule.at !== undefined &&
      [rule.is ?? [], rule.in ?? []].flat().some((value) => String(value) === is) &&
      at.some((place) => coversRulePath(splitRulePath(rule.at as string), splitRulePath(place))),
  );
}

interface Owned {
  readonly rule: CatalogRule | CatalogUse;
  readonly owners: readonly string[];
}

function coverByRule(
  entry: SurfaceEntry,
  rules: readonly Owned[],
  parts: boolean,
): Coverage | undefined {
  const betas = findOwners(entry, rules, parts);
  return betas && { by: 'rule', betas, parts };
}

function coverByUse(entry: SurfaceEntry, uses: readonly Owned[]): Coverage | undefined {
  const features = findOwners(entry, uses, false);
  return features && { by: 'use', features };
}

/**
 * Finds the owners of rules that together cover every place of the entry on every endpoint; with
 * `parts`, also through something inside of it.
 */
function findOwners(
  entry: SurfaceEntry,
  rules: readonly Owned[],
  parts: boolean,
): readonly string[] | undefined {
  const owners = new Set<string>();
  for (const at of entry.at) {
    for (const endpoint of entry.endpoints) {
      const covering = rules.filter(({ rule }) => ruleCovers(rule, entry, at, endpoint, parts));
      if (covering.length === 0) return undefined;
      for (const one of covering) for (const owner of one.owners) owners.add(owner);
    }
  }
  return [...owners];
}

function ruleCovers(
  rule: CatalogRule | CatalogUse,
  entry: SurfaceEntry,
  at: string,
  endpoint: string,
  parts: boolean,
): boolean {
  const endpoints = rule.endpoint ?? MESSAGE_ENDPOINTS;
  if (rule.at === undefined || !endpoints.some((pattern) => coversEndpoint(pattern, endpoint)))
    return false;
  if (!hasSiblings(entry, rule.where)) return false;
  const values = rule.is !== undefined ? [String(rule.is)] : rule.in?.map(String);
  const [path, place] = [splitRulePath(rule.at), splitRulePath(at)];
  if (
    coversRulePath(path, place) &&
    (values === undefined || (entry.is !== undefined && values.includes(entry.is)))
  )
    return true;
  // A param or a property may be covered by its parts: context_management by its edits.
  return (
    parts && (entry.kind === 'param' || entry.kind === 'property') && isInsideRulePath(path, place)
  );
}

/**
 * Tests if the declaration has the siblings in `where`; its key has the discriminator:
 * `tools[](custom).x`.
 */
function hasSiblings(entry: SurfaceEntry, where: CatalogRule['where']): boolean {
  return Object.entries(where ?? {}).every(
    ([name, value]) =>
      name === 'type' &&
      entry.keys.every((key) => /\(([^()]*)\)\.[^.()]*$/.exec(key)?.[1] === String(value)),
  );
}

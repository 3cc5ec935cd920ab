/** Compares the beta surface: new entries, those that graduated, those that are gone. */

import type { Baseline, BaseSurface } from '../baseline.ts';
import { coverSurface, isNamedByRule, listNeededBetas } from '../coverage.ts';
import type { SdkFacts, SurfaceEntry } from '../read/facts.ts';
import { isBelow } from '../read/surface/keys.ts';
import type { Graduated, NewSurface, SurfaceGone } from './finding.ts';

/**
 * Finds entries that the last known surface did not have; without one, entries that nothing covers.
 */
export function findNewSurface(
  facts: SdkFacts,
  { catalog, surface, ignored }: Baseline,
): NewSurface[] {
  const covers = coverSurface(facts.surface, catalog, ignored);
  const before = surface && new Set(surface.surface.flatMap((entry) => entry.keys));
  const names = new Set(surface?.surface.map((entry) => entry.entry));
  const old = new Set([...(before ?? []), ...facts.ga]);
  return facts.surface.flatMap((entry): NewSurface[] => {
    const cover = covers.get(entry.entry);
    const fresh = before
      ? !names.has(entry.entry) && !entry.keys.some((key) => before.has(key))
      : cover === undefined;
    if (!fresh) return [];
    const around = listNeededBetas(cover);
    // A new kind of thing inside of something old may need more than what the old one needs.
    const kindInside =
      before !== undefined &&
      entry.kind === 'type' &&
      cover?.by === 'within' &&
      cover.entries.some((holder) => names.has(holder));
    const valueInside =
      before !== undefined && cover?.by !== 'ignored' && isUnexplainedValue(entry, old, catalog);
    const covered =
      cover !== undefined && !kindInside && !valueInside && !requiresMore(entry, around);
    return [
      {
        kind: 'new-surface',
        entry,
        betas: [...new Set([...(entry.betas ?? []), ...around])],
        ...(covered && { covered: true }),
      },
    ];
  });
}

/**
 * Tests if it is a new value of an old field, which may need more than the field: no rule names it,
 * and GA accepts it in no field of that name.
 */
function isUnexplainedValue(
  entry: SurfaceEntry,
  old: ReadonlySet<string>,
  catalog: Baseline['catalog'],
): boolean {
  if (entry.kind !== 'literal' || isNamedByRule(entry, catalog)) return false;
  const field = entry.at[0]?.split('.').at(-1);
  const inField = `.${field}=${entry.is}`;
  return (
    entry.keys.some((key) => old.has(key.slice(0, key.lastIndexOf('=')))) &&
    ![...old].some((key) => `.${key}`.endsWith(inField))
  );
}

/** Tests if its own doc comment names another beta than those that cover it. */
function requiresMore(entry: SurfaceEntry, around: readonly string[]): boolean {
  return entry.betas?.some((id) => !around.includes(id)) ?? false;
}

/**
 * Finds the entries that left the surface since the last known release, and their new place. Parts
 * of such an entry are not reported again.
 */
export function findGoneSurface(facts: SdkFacts, known: Baseline): (Graduated | SurfaceGone)[] {
  const { catalog, surface, ignored } = known;
  if (!surface) return [];
  const ga = new Set(facts.ga);
  const covers = coverSurface(surface.surface as readonly SurfaceEntry[], catalog, ignored);
  const left = findGoneEntries(facts, surface);
  const leftNames = new Set(left.map(({ entry }) => entry.entry));
  const found = new Map<string, Left>();
  for (const { entry, at } of left) {
    if (entry.within?.every((holder) => leftNames.has(holder))) continue;
    const betas = listNeededBetas(covers.get(entry.entry));
    const kind = entry.keys.some((key) => ga.has(key)) ? 'graduated' : 'surface-gone';
    const group = `${kind} ${betas.join(' ')}`;
    // Without a rule that requires a beta there is no rule to remove.
    const one = found.get(group) ?? {
      kind,
      entries: [],
      betas,
      ...(betas.length === 0 && { covered: true as const }),
    };
    one.entries.push(
      at.length === entry.endpoints.length ? entry.entry : `${entry.entry} (${at.join(', ')})`,
    );
    found.set(group, one);
  }
  return [...found.values()];
}

interface Left {
  kind: 'graduated' | 'surface-gone';
  entries: string[];
  betas: readonly string[];
  covered?: true;
}

/**
 * Finds the entries that are at fewer endpoints than before, with the endpoints that they left.
 * Keys are compared because a declaration may have been renamed, and each endpoint by itself
 * because an entry graduates at each of them separately. What is below a type that cannot be read
 * may be there.
 */
function findGoneEntries(
  facts: SdkFacts,
  surface: BaseSurface,
): { entry: BaseSurface['surface'][number]; at: string[] }[] {
  const listNames = ({ entry, keys }: Pick<SurfaceEntry, 'entry' | 'keys'>): string[] => [
    entry,
    ...keys,
  ];
  const still = new Set(
    facts.surface.flatMap((entry) =>
      listNames(entry).flatMap((key) => entry.endpoints.map((endpoint) => `${endpoint} ${key}`)),
    ),
  );
  return surface.surface
    .filter(({ keys }) => !keys.some((key) => isBelow(key, facts.unreadAt)))
    .map((entry) => ({
      entry,
      at: entry.endpoints.filter(
        (endpoint) => !listNames(entry).some((key) => still.has(`${endpoint} ${key}`)),
      ),
    }))
    .filter(({ at }) => at.length > 0);
}

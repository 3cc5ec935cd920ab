/** The beta surface: what is new, what graduated, what is gone. */
import { coverSurface } from '../cover.ts';
import type { Known } from '../known.ts';
import type { SdkFacts, SurfaceEntry } from '../read/facts.ts';
import type { Graduated, NewSurface, SurfaceGone } from './finding.ts';

/** Entries that the last known surface had not; without one, entries that nothing covers. */
export function newSurface(facts: SdkFacts, { catalog, surface, ignored }: Known): NewSurface[] {
  const covers = coverSurface(facts.surface, catalog.betas, ignored);
  const before = surface && new Set(surface.surface.flatMap((entry) => entry.keys));
  const names = new Set(surface?.surface.map((entry) => entry.entry));
  return facts.surface.flatMap((entry): NewSurface[] => {
    const cover = covers.get(entry.entry);
    const fresh = before
      ? !names.has(entry.entry) && !entry.keys.some((key) => before.has(key))
      : cover === undefined;
    if (!fresh) return [];
    const around = cover && cover.by !== 'ignored' ? cover.betas : [];
    // A new kind of thing inside of something old may need more than what the old one needs.
    const kindInside =
      before !== undefined &&
      entry.kind === 'type' &&
      cover?.by === 'within' &&
      cover.entries.some((holder) => names.has(holder));
    const covered = cover !== undefined && !kindInside && !asksForMore(entry, around);
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

/** What covers it opens other betas than the one that its own doc comment names. */
function asksForMore(entry: SurfaceEntry, around: readonly string[]): boolean {
  return entry.betas?.some((id) => !around.includes(id)) ?? false;
}

/** What left the surface since the last known release, and where it went. Parts of what left are not told again. */
export function leftSurface(
  facts: SdkFacts,
  { catalog, surface, ignored }: Known,
): (Graduated | SurfaceGone)[] {
  if (!surface) return [];
  const ga = new Set(facts.ga);
  const covers = coverSurface(surface.surface as readonly SurfaceEntry[], catalog.betas, ignored);
  // By key, for a declaration may have another name by now; and by endpoint, for each of them graduates on its own.
  const still = new Set(
    facts.surface.flatMap((entry) =>
      [entry.entry, ...entry.keys].flatMap((key) =>
        entry.endpoints.map((endpoint) => `${endpoint} ${key}`),
      ),
    ),
  );
  const leftAt = (entry: (typeof surface.surface)[number]): string[] =>
    entry.endpoints.filter(
      (endpoint) => ![entry.entry, ...entry.keys].some((key) => still.has(`${endpoint} ${key}`)),
    );
  const left = surface.surface
    .map((entry) => ({ entry, at: leftAt(entry) }))
    .filter(({ at }) => at.length > 0);
  const leftNames = new Set(left.map(({ entry }) => entry.entry));
  const found = new Map<
    string,
    {
      kind: 'graduated' | 'surface-gone';
      entries: string[];
      betas: readonly string[];
      covered?: true;
    }
  >();
  for (const { entry, at } of left) {
    if (entry.within?.every((holder) => leftNames.has(holder))) continue;
    const cover = covers.get(entry.entry);
    const betas = cover && cover.by !== 'ignored' ? cover.betas : [];
    const kind = entry.keys.some((key) => ga.has(key)) ? 'graduated' : 'surface-gone';
    const group = `${kind} ${betas.join(' ')}`;
    // What no rule opened has no rule to lose.
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

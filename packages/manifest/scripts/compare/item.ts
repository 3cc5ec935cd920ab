/** What the comparison looks for: one item for each fact of the old manifest. */

/** The kinds of items, in the order of the report. */
export const KINDS = [
  'feature',
  'beta',
  'text',
  'link',
  'date',
  'stage',
  'sdk',
  'rule',
  'choice',
  'former rule',
  'claim',
  'confidence',
  'evidence',
  'conflict',
  'trap',
  'models',
  'platform',
  'model',
  'ignored',
  'review mark',
  'comment',
  'unread',
  'altered claim',
  'altered confidence',
] as const;
export type Kind = (typeof KINDS)[number];

/** A fact of the old manifest, and the answer: is it in the new one? */
export interface Item {
  readonly kind: Kind;
  /** The old file, from the folder of the package. */
  readonly file: string;
  /** Where it is in the file: keys, ids and indexes joined by dots. */
  readonly path: string;
  /** The fact, in short. */
  readonly shown: string;
  readonly found: boolean;
  /** What is there instead, where something similar is. */
  readonly hint?: string;
  /** The paths of the old file that it accounts for. */
  readonly covers: readonly string[];
}

/** A place in an old file. */
export interface Place {
  readonly file: string;
  readonly path: string;
}

/** A place below another. */
export const extendPlace = ({ file, path }: Place, key: string | number): Place => ({
  file,
  path: path === '' ? `${key}` : `${path}.${key}`,
});

/** How accepted.yaml refers to an item. */
export const formatId = ({ file, path }: Place): string => `${file}#${path}`;

/** An item about a place; it accounts for everything below unless `covers` says less. */
export function createItem(
  place: Place,
  kind: Kind,
  value: unknown,
  found: boolean,
  more: { hint?: string | undefined; covers?: readonly string[] } = {},
): Item {
  const shown = typeof value === 'string' ? value : JSON.stringify(value);
  return {
    kind,
    ...place,
    shown,
    found,
    ...(!found && more.hint !== undefined && { hint: more.hint }),
    covers: more.covers ?? [place.path],
  };
}

/** An item for a value that has to be at the same place, none where the old value is absent. */
export function compareValue(place: Place, kind: Kind, old: unknown, now: unknown): Item[] {
  if (old === undefined) return [];
  const found = JSON.stringify(old) === JSON.stringify(now);
  return [createItem(place, kind, old, found, { hint: `now ${JSON.stringify(now)}` })];
}

/** An item for each string of a list, each of which has to be in the new list. */
export function compareEntries(
  place: Place,
  kind: Kind,
  old: readonly string[] | undefined,
  now: readonly string[] | undefined,
): Item[] {
  return (old ?? []).map((entry, i) =>
    createItem(extendPlace(place, i), kind, entry, now?.includes(entry) ?? false),
  );
}

/** The paths of all values in a file; what has an `id` is named by it, not by its index. */
export function listLeaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((entry, i) => [entry?.id === undefined ? `${i}` : String(entry.id), entry])
    : Object.entries(value);
  return entries.flatMap(([key, entry]) => listLeaves(entry, path === '' ? key : `${path}.${key}`));
}

/** An item for each value of an old file that no other item accounts for: it would go unnoticed. */
export function findUnreadItems(file: string, data: unknown, items: readonly Item[]): Item[] {
  const covered = new Set(items.flatMap((item) => item.covers));
  const isCovered = (path: string): boolean => {
    for (let end = path.length; end > 0; end = path.lastIndexOf('.', end - 1))
      if (covered.has(path.slice(0, end))) return true;
    return false;
  };
  return listLeaves(data)
    .filter((path) => !isCovered(path))
    .map((path) =>
      createItem({ file, path }, 'unread', 'the comparison does not know this key', false),
    );
}

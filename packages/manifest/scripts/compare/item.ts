/** The items of the comparison, one for each fact of the old manifest. */

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

/** A fact of the old manifest, with the result of looking for it in the new one. */
export interface Item {
  readonly kind: Kind;
  /** The path of the old file in the folder of the package. */
  readonly file: string;
  /** The path in the file: keys, ids and indexes joined by dots. */
  readonly path: string;
  /** The fact, in short. */
  readonly shown: string;
  readonly found: boolean;
  /** Describes something similar in the new manifest. */
  readonly hint?: string;
  /** The paths of the old file that it accounts for. */
  readonly covers: readonly string[];
}

/** A place in an old file. */
export interface Place {
  readonly file: string;
  readonly path: string;
}

/** Adds a key to the path of a place. */
export const extendPlace = ({ file, path }: Place, key: string | number): Place => ({
  file,
  path: path === '' ? `${key}` : `${path}.${key}`,
});

/** Formats the id of an item in accepted.yaml. */
export const formatId = ({ file, path }: Place): string => `${file}#${path}`;

/** Creates an item. It accounts for everything below its place, or for `covers`. */
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

/** Compares the values at a place. There is no item if the old value is absent. */
export function compareValue(place: Place, kind: Kind, old: unknown, now: unknown): Item[] {
  if (old === undefined) return [];
  const found = JSON.stringify(old) === JSON.stringify(now);
  return [createItem(place, kind, old, found, { hint: `now ${JSON.stringify(now)}` })];
}

/** Creates an item for each string of a list, which must be in the new list. */
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

/** Lists the paths of all values in a file. Entries with an `id` have it in place of an index. */
export function listLeaves(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string, unknown][] = Array.isArray(value)
    ? value.map((entry, i) => [entry?.id === undefined ? `${i}` : String(entry.id), entry])
    : Object.entries(value);
  return entries.flatMap(([key, entry]) => listLeaves(entry, path === '' ? key : `${path}.${key}`));
}

/** Creates an item for each value of an old file that no other item accounts for. */
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

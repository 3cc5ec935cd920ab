/** Reads accepted.yaml: items of the old manifest that are not in the new one, with reasons. */
import { parse } from 'yaml';
import { formatId, type Item } from './item.ts';

interface Entry {
  readonly id?: string;
  readonly ids?: readonly string[];
  readonly reason?: string;
}

/** Reads the reason of each id. Throws if an entry has no id or no reason. */
export function parseAccepted(text: string): Map<string, string> {
  const reasons = new Map<string, string>();
  for (const entry of (parse(text) as Entry[] | null) ?? []) {
    const ids = entry.ids ?? (entry.id === undefined ? [] : [entry.id]);
    const reason = entry.reason?.trim() ?? '';
    if (ids.length === 0 || reason === '')
      throw new Error(
        `accepted.yaml: ${JSON.stringify(entry)} needs \`id\` (or \`ids\`) and a \`reason\``,
      );
    for (const id of ids) {
      if (reasons.has(id)) throw new Error(`accepted.yaml: ${id} is listed twice. Remove one.`);
      reasons.set(id, reason);
    }
  }
  return reasons;
}

/** Finds the listed ids that are not lost, each with an explanation. */
export function findStaleEntries(
  accepted: ReadonlyMap<string, string>,
  items: readonly Item[],
): string[] {
  const byId = new Map(items.map((item) => [formatId(item), item]));
  return [...accepted.keys()].flatMap((id) => {
    const item = byId.get(id);
    if (item === undefined) return [`${id}: the old manifest has no such item`];
    return item.found ? [`${id}: it is in the new manifest, so it needs no reason`] : [];
  });
}

/** Objects and lists that are empty once everything in them is taken out: they go too. */
import type { Path } from '../collect/walk.ts';
import type { Target } from './targets.ts';

/**
 * Adds the containers that the targets leave empty, up to what `isKept` says may be empty. A container that came empty is none of
 * them.
 */
export function withContainers(
  root: unknown,
  targets: readonly Target[],
  isKept: (at: Path) => boolean,
): Target[] {
  const all = new Map<string, Target>();
  const inside = new Map<string, Set<string>>();
  const open = [...targets];
  for (const target of open) {
    const key = JSON.stringify(target.at);
    if (all.has(key)) continue;
    all.set(key, target);
    if (target.set) continue;
    const parent = target.at.slice(0, -1);
    const parentKey = JSON.stringify(parent);
    const gone = inside.get(parentKey) ?? new Set<string>();
    inside.set(parentKey, gone.add(String(target.at.at(-1))));
    if (!isKept(parent) && gone.size === sizeOf(valueAt(root, parent)))
      open.push({ at: parent, cause: target.cause });
  }
  return [...all.values()];
}

/** The value at a place. */
export function valueAt(root: unknown, at: Path): unknown {
  let value = root;
  for (const step of at) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[step];
  }
  return value;
}

function sizeOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return -1;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

/** Edits a JSON value. */
import { type EditNode, type JsonEdit, setsSomething, toEditTree } from './edit.ts';

/**
 * Returns a copy of a value with the edits applied. Copies only the objects and lists on the way to
 * an edit, and never changes the value itself.
 */
export function editValue(value: unknown, edits: readonly JsonEdit[]): unknown {
  return edits.length === 0 ? value : apply(value, toEditTree(edits));
}

function apply(value: unknown, node: EditNode): unknown {
  if (node.set) return node.set.value;
  if (typeof value !== 'object' || value === null) return value;
  return Array.isArray(value) ? applyToList(value, node) : applyToObject(value, node);
}

function applyToList(list: readonly unknown[], node: EditNode): unknown[] {
  const copy = [...list];
  const removed = new Set<number>();
  for (const [key, child] of node.children) {
    const index = Number(key);
    if (!(index in copy) || String(index) !== key) continue;
    if (child.remove) removed.add(index);
    else copy[index] = apply(copy[index], child);
  }
  return removed.size === 0 ? copy : copy.filter((_, index) => !removed.has(index));
}

function applyToObject(value: object, node: EditNode): object {
  const copy: Record<string, unknown> = { ...value };
  for (const [key, child] of node.children) {
    if (child.remove) delete copy[key];
    else if (Object.hasOwn(copy, key)) copy[key] = apply(copy[key], child);
    else if (setsSomething(child)) copy[key] = apply({}, child);
  }
  return copy;
}

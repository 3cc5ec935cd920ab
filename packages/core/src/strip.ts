/** Takes what opens a beta out of a copy of the body, by the same places that the rules met. */
import type { Rule } from './rules.ts';
import type { Path } from './walk.ts';

/** A place to take out. */
export interface Cut {
  readonly rule: Rule;
  readonly at: Path;
}

/**
 * A copy of `body` without the places of `cuts`; a number above a limit becomes the limit. Only what lies on the way is copied. Where a place is the `type` of a list's element
 * (a tool, a block, an edit), the whole element goes: without its type it would mean nothing.
 */
export function strip(body: unknown, cuts: readonly Cut[]): unknown {
  const copies = new Map<object, object>();
  const copyOf = (value: object): object => {
    let copy = copies.get(value);
    if (!copy) {
      copy = Array.isArray(value) ? [...value] : { ...value };
      copies.set(value, copy);
      copies.set(copy, copy);
    }
    return copy;
  };
  if (typeof body !== 'object' || body === null) return body;
  const root = copyOf(body);
  const removed = new Map<unknown[], Set<number>>();
  for (const { rule, at } of cuts) {
    const target = targetOf(root, at, copyOf);
    if (!target) continue;
    const { parent, key } = target;
    if (rule.above !== undefined) (parent as Record<string, unknown>)[key] = rule.above;
    else if (!Array.isArray(parent)) delete (parent as Record<string, unknown>)[key];
    else removed.set(parent, (removed.get(parent) ?? new Set()).add(key as number));
  }
  for (const [list, indexes] of removed) {
    const kept = list.filter((_, index) => !indexes.has(index));
    list.splice(0, list.length, ...kept);
  }
  return root;
}

function targetOf(root: object, at: Path, copyOf: (value: object) => object): { parent: object; key: string | number } | undefined {
  const keys = at.length > 1 && at.at(-1) === 'type' ? at.slice(0, -1) : at;
  let parent = root;
  for (const key of keys.slice(0, -1)) {
    const value: unknown = (parent as Record<string, unknown>)[key];
    if (typeof value !== 'object' || value === null) return undefined;
    const copy = copyOf(value);
    (parent as Record<string, unknown>)[key] = copy;
    parent = copy;
  }
  return { parent, key: keys.at(-1) as string | number };
}

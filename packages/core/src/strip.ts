/** Takes what opens a beta out of a copy of the body, by the same places that the rules met. */
import type { Rule } from './rules.ts';
import type { Path } from './walk.ts';

/** A place to take out. */
export interface Cut {
  readonly rule: Rule;
  readonly at: Path;
}

type Container = Record<string | number, unknown>;

/**
 * A copy of `body` without the places of `cuts`; a number above a limit becomes the limit. Only what lies on the way is copied. Where a place is a `type`, the whole element
 * of a list goes in which it stands (a tool, a block, an edit): without it the element would mean nothing.
 */
export function strip(body: unknown, cuts: readonly Cut[]): unknown {
  const root: Container = { body };
  const copies = new Set<unknown>();
  const removed = new Map<unknown[], Set<unknown>>();
  for (const { rule, at } of cuts) {
    const element = at.at(-1) === 'type' && at.findLastIndex((key) => typeof key === 'number') + 1;
    const path = ['body', ...at.slice(0, element || at.length)];
    const last = path.pop() as string | number;
    let parent = root;
    for (const key of path) parent = copyAt(parent, key, copies);
    if (rule.above !== undefined) parent[last] = rule.above;
    else if (Array.isArray(parent))
      removed.set(parent, (removed.get(parent) ?? new Set()).add(last));
    else delete parent[last];
  }
  for (const [list, indexes] of removed) {
    let length = 0;
    list.forEach((item, index) => {
      if (!indexes.has(index)) list[length++] = item;
    });
    list.length = length;
  }
  return root.body;
}

/** What stands there, copied once. Where nothing stands any more, an empty object that nobody keeps. */
function copyAt(parent: Container, key: string | number, copies: Set<unknown>): Container {
  const value = parent[key];
  if (copies.has(value) || typeof value !== 'object' || value === null) return Object(value);
  const copy = Array.isArray(value) ? [...value] : { ...value };
  copies.add(copy);
  parent[key] = copy;
  return copy as Container;
}

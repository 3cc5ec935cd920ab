/**
 * Collects the places to remove from message params, each with the subject that causes the removal.
 */
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';

/** A place to remove, or to set to another value. */
export interface Removal {
  readonly at: Path;
  readonly cause: string;
  readonly set?: { readonly value: unknown } | undefined;
}

/** A set of removals, by place. */
export class Removals {
  readonly #byPlace = new Map<string, Removal>();

  /** Adds a removal. Returns false if the place was added before. */
  add(removal: Removal): boolean {
    const isNew = !this.#byPlace.has(removal.at.join());
    if (isNew) this.#byPlace.set(removal.at.join(), removal);
    return isNew;
  }

  /** Finds the cause for which a place, or a place that contains it, is removed. */
  findCause(at: Path): string | undefined {
    for (let end = at.length; end > 0; end--) {
      const found = this.#byPlace.get(at.slice(0, end).join());
      if (found && !found.set) return found.cause;
    }
    return undefined;
  }

  /** Lists the removals that are not within another removed place. */
  list(): Removal[] {
    return [...this.#byPlace.values()].filter(({ at }) => !this.findCause(at.slice(0, -1)));
  }

  /**
   * Also removes every object and list that becomes empty, unless `isKept`. Containers that were
   * empty before stay.
   */
  addEmptied(params: unknown, isKept: (at: Path) => boolean): void {
    const left = new Map<string, number>();
    for (const { at, cause, set } of this.#byPlace.values()) {
      const parent = at.slice(0, -1);
      if (set || isKept(parent)) continue;
      const before = left.get(parent.join()) ?? countItems(readValueAt(params, parent));
      left.set(parent.join(), before - 1);
      // The loop also visits entries that are added while it runs.
      if (before === 1) this.add({ at: parent, cause });
    }
  }
}

/** Reads the value at a place. */
export function readValueAt(root: unknown, at: Path): unknown {
  return at.reduce(
    (value, step) => (Object(value) as Record<string | number, unknown>)[step],
    root,
  );
}

const countItems = (value: unknown): number =>
  isObject(value) ? Object.keys(value).length : Array.isArray(value) ? value.length : 0;

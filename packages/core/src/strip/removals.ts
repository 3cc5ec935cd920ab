/** Places that are taken out of message params, each with the subject that it is done for. */
import type { Path } from '../collect/walk.ts';
import { isObject } from '../request/json.ts';

/** A place to take out, or to set to another value. */
export interface Removal {
  readonly at: Path;
  readonly cause: string;
  readonly set?: { readonly value: unknown } | undefined;
}

/** A set of removals, by place. */
export class Removals {
  readonly #byPlace = new Map<string, Removal>();

  /** False where the place is gone already. */
  add(removal: Removal): boolean {
    const isNew = !this.#byPlace.has(removal.at.join());
    if (isNew) this.#byPlace.set(removal.at.join(), removal);
    return isNew;
  }

  /** Why a place is gone: itself, or something around it. */
  causeOf(at: Path): string | undefined {
    for (let end = at.length; end > 0; end--) {
      const found = this.#byPlace.get(at.slice(0, end).join());
      if (found && !found.set) return found.cause;
    }
    return undefined;
  }

  /** Those that are not inside of another. */
  list(): Removal[] {
    return [...this.#byPlace.values()].filter(({ at }) => !this.causeOf(at.slice(0, -1)));
  }

  /**
   * Every object and list that has nothing left in it goes too, unless `isKept`. What came empty
   * stays.
   */
  addEmptied(params: unknown, isKept: (at: Path) => boolean): void {
    const left = new Map<string, number>();
    for (const { at, cause, set } of this.#byPlace.values()) {
      const parent = at.slice(0, -1);
      if (set || isKept(parent)) continue;
      const before = left.get(parent.join()) ?? countItems(readValueAt(params, parent));
      left.set(parent.join(), before - 1);
      // A map that grows while it is gone through is gone through to its end.
      if (before === 1) this.add({ at: parent, cause });
    }
  }
}

/** The value at a place. */
export function readValueAt(root: unknown, at: Path): unknown {
  return at.reduce(
    (value, step) => (Object(value) as Record<string | number, unknown>)[step],
    root,
  );
}

const countItems = (value: unknown): number =>
  isObject(value) ? Object.keys(value).length : Array.isArray(value) ? value.length : 0;

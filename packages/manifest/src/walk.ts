/** Every value in a plain tree, with the path to it. */
import type { Path } from './yaml.ts';

/** Called for each value but the root; the path is made only for who asks. Answering `false` leaves out what is inside. */
export type Visit = (key: string, value: unknown, path: () => Path) => boolean | undefined;

/** Visits depth first, in the order of the keys. */
export function walkValues(root: unknown, visit: Visit): void {
  const path: PropertyKey[] = [];
  const pathNow = (): Path => [...path];
  const inside = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const key of Object.keys(value)) {
      const inner = (value as Record<string, unknown>)[key];
      path.push(isList ? Number(key) : key);
      if (visit(key, inner, pathNow) !== false) inside(inner);
      path.pop();
    }
  };
  inside(root);
}

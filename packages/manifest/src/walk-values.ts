/** Walks plain trees of values. */
import type { Path } from './yaml.ts';

/** Called for each value except the root. Returns true to visit its children. */
export type Visit = (key: string, value: unknown, parent: object) => boolean;

/** Visits all values depth first, in the order of the keys. */
export function walkValues(root: unknown, visit: Visit): void {
  if (Array.isArray(root)) {
    for (let i = 0; i < root.length; i++) {
      if (visit(String(i), root[i], root)) walkValues(root[i], visit);
    }
  } else if (typeof root === 'object' && root !== null) {
    for (const key in root) {
      const value = (root as Record<string, unknown>)[key];
      if (visit(key, value, root)) walkValues(value, visit);
    }
  }
}

/** Finds the path from the root to an object in it. The path is empty for the root. */
export function findPath(root: unknown, wanted: object): Path {
  return find(root, wanted) ?? [];
}

function find(value: unknown, wanted: object): PropertyKey[] | undefined {
  if (value === wanted) return [];
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    const rest = find(inner, wanted);
    if (rest) return [Array.isArray(value) ? Number(key) : key, ...rest];
  }
  return undefined;
}

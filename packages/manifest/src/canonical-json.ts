/** Compares plain values regardless of the order of their keys. */
import { compare } from './problem.ts';

/** Serializes a value as JSON with sorted keys. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => compare(a, b)))
      : inner,
  );
}

/** Tests if two values are equal as JSON. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || toCanonicalJson(a) === toCanonicalJson(b);
}

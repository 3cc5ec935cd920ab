/** Counts how often something reads a value, at any depth. */

/** A value that counts, and its counter. */
export interface Counted<T> {
  readonly value: T;
  readonly reads: () => number;
}

/** Wraps a value so that each read of a property, and each list of its keys, counts. */
export function countReads<T extends object>(value: T): Counted<T> {
  let reads = 0;
  const wrapped = new WeakMap<object, object>();
  const wrap = (inner: unknown): unknown => {
    if (typeof inner !== 'object' || inner === null) return inner;
    const known = wrapped.get(inner);
    if (known) return known;
    const proxy = new Proxy(inner, {
      get(target, name, receiver) {
        reads++;
        return wrap(Reflect.get(target, name, receiver));
      },
      has(target, name) {
        reads++;
        return Reflect.has(target, name);
      },
      ownKeys(target) {
        const keys = Reflect.ownKeys(target);
        reads += keys.length;
        return keys;
      },
      getOwnPropertyDescriptor(target, name) {
        reads++;
        return Reflect.getOwnPropertyDescriptor(target, name);
      },
    });
    wrapped.set(inner, proxy);
    return proxy;
  };
  return { value: wrap(value) as T, reads: () => reads };
}

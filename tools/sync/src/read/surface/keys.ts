/** The keys of things in params: `tools[](bash_1).name`. It needs no parser. */

/** Tests if a key is one of these keys or below one. */
export const isBelow = (key: string, keys: readonly string[]): boolean =>
  keys.some(
    (up) =>
      up === '' || key === up || (key.startsWith(up) && '.[(='.includes(key[up.length] ?? ' ')),
  );

/** Compares versions. */

/** Tests if a version is a prerelease, such as `1.13.0-beta.1`. */
export function isPrerelease(version: string): boolean {
  return version.split('+', 1)[0]?.includes('-') ?? false;
}

/**
 * Compares two versions by the precedence of Semantic Versioning: major, minor, patch, then
 * prerelease before release. The part after a `+` does not count. A missing or non-numeric part
 * counts as 0.
 * @returns -1, 0 or 1, for use with `sort`
 */
export function compareVersions(a: string, b: string): number {
  const [x, y] = [split(a), split(b)];
  for (const i of [0, 1, 2]) {
    const order = compare(readNumber(x.release, i), readNumber(y.release, i));
    if (order !== 0) return order;
  }
  if (x.prerelease.length === 0 || y.prerelease.length === 0)
    return compare(y.prerelease.length, x.prerelease.length);
  return comparePrereleases(x.prerelease, y.prerelease);
}

interface Parts {
  readonly release: readonly string[];
  /** Empty for a release. */
  readonly prerelease: readonly string[];
}

function split(version: string): Parts {
  const [core = ''] = version.split('+', 1);
  const dash = core.indexOf('-');
  return dash < 0
    ? { release: core.split('.'), prerelease: [] }
    : { release: core.slice(0, dash).split('.'), prerelease: core.slice(dash + 1).split('.') };
}

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

const readNumber = (parts: readonly string[], index: number): number => Number(parts[index]) || 0;

/**
 * Compares prereleases: numbers by value and before words, words by their characters. If one is the
 * beginning of the other, the longer comes later.
 */
function comparePrereleases(a: readonly string[], b: readonly string[]): number {
  for (const [i, x] of a.entries()) {
    const y = b[i];
    if (y === undefined) return 1;
    if (x === y) continue;
    const [isNumber, other] = [/^\d+$/.test(x), /^\d+$/.test(y)];
    if (isNumber !== other) return isNumber ? -1 : 1;
    const order = isNumber ? compare(Number(x), Number(y)) : compare(x, y);
    if (order !== 0) return order;
  }
  return compare(a.length, b.length);
}

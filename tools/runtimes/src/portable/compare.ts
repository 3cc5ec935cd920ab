/**
 * Describes the tests that ran on only one side; undefined if both ran the same tests.
 * Ignores white space, because versions of vitest format values in titles differently.
 */
export function compareRuns(
  expected: readonly string[],
  ran: readonly string[],
): string | undefined {
  const missing = subtract(expected, ran);
  const extra = subtract(ran, expected);
  if (missing.length === 0 && extra.length === 0) return undefined;
  const lines = [
    `vitest has ${expected.length} tests, but ${ran.length} ran here`,
    ...missing.map((name) => `did not run here: ${name}`),
    ...extra.map((name) => `ran only here: ${name}`),
  ];
  return lines.length <= 12
    ? lines.join('\n')
    : [...lines.slice(0, 12), `… and ${lines.length - 12} more`].join('\n');
}

/** Returns the list without the given entries, counting duplicates. */
function subtract(list: readonly string[], entries: readonly string[]): string[] {
  const left = new Map<string, number>();
  const key = (name: string): string => name.replaceAll(/\s+/g, '');
  for (const name of entries) left.set(key(name), (left.get(key(name)) ?? 0) + 1);
  return list.filter((name) => {
    const count = left.get(key(name)) ?? 0;
    left.set(key(name), count - 1);
    return count <= 0;
  });
}

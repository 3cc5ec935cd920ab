/**
 * Says which tests ran on only one side; undefined where both ran the same, each the same number of times.
 * White space does not count: versions of vitest print a value in a title with more of it or less.
 */
export function compareRuns(
  expected: readonly string[],
  ran: readonly string[],
): string | undefined {
  const missing = without(expected, ran);
  const extra = without(ran, expected);
  if (missing.length === 0 && extra.length === 0) return undefined;
  const lines = [
    `vitest has ${expected.length} tests, here ${ran.length} ran`,
    ...missing.map((name) => `not run here: ${name}`),
    ...extra.map((name) => `only here: ${name}`),
  ];
  return lines.length <= 12
    ? lines.join('\n')
    : [...lines.slice(0, 12), `… and ${lines.length - 12} more`].join('\n');
}

function without(list: readonly string[], taken: readonly string[]): string[] {
  const left = new Map<string, number>();
  const key = (name: string): string => name.replaceAll(/\s+/g, '');
  for (const name of taken) left.set(key(name), (left.get(key(name)) ?? 0) + 1);
  return list.filter((name) => {
    const count = left.get(key(name)) ?? 0;
    left.set(key(name), count - 1);
    return count <= 0;
  });
}

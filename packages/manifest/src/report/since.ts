/** What has become known since an earlier manifest. */
import type { Coverage } from './coverage.ts';
import { formatTable } from './table.ts';

/** Formats both states of what nobody knew, platform by platform, and of each fact. */
export function formatSince(revision: string, before: Coverage, after: Coverage): string {
  const kinds = ['availability', 'acceptance'] as const;
  const change = (was: number | undefined, is: number): string => `${was ?? '-'} → ${is}`;
  const unknownOf = (coverage: Coverage, kind: (typeof kinds)[number], id: string) =>
    coverage[kind][id]?.counted.unknown;
  // A platform that is new since then would look like a loss.
  const shared = Object.keys(after.availability).filter((id) => before.availability[id]);
  const all = (coverage: Coverage, kind: (typeof kinds)[number]): number =>
    shared.reduce((sum, id) => sum + (unknownOf(coverage, kind, id) ?? 0), 0);
  return [
    formatTable(
      [`unknown since ${revision}`, ...kinds],
      [
        ...Object.keys(after.availability).map((id) => [
          id,
          ...kinds.map((kind) =>
            change(unknownOf(before, kind, id), unknownOf(after, kind, id) ?? 0),
          ),
        ]),
        ['platforms of both', ...kinds.map((kind) => change(all(before, kind), all(after, kind)))],
      ],
    ),
    formatTable(
      [`facts since ${revision}`, 'known', 'of', 'all'],
      after.facts.map(({ fact, of, having, total }) => [
        fact,
        change(before.facts.find((one) => one.fact === fact)?.having, having),
        total,
        of,
      ]),
    ),
  ].join('\n\n');
}

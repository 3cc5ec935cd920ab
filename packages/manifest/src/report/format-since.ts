/** Formats a comparison with the coverage of an earlier manifest. */
import type { ClaimKind } from './claim-counts.ts';
import type { Coverage, CoverageSince } from './coverage.ts';
import { formatTable } from './format-table.ts';

const KINDS = ['availability', 'acceptance'] as const satisfies ClaimKind[];

/** Formats what was unknown and is unknown on each platform, and how often each fact is known. */
export function formatSince(
  revision: string,
  { before, after, afterOfSame }: CoverageSince,
): string {
  // A new platform would look like a regression.
  const shared = Object.keys(after.availability).filter((id) => before.availability[id]);
  const unknown = (coverage: Coverage, kind: ClaimKind, ids: readonly string[]): string =>
    ids.reduce((sum, id) => sum + (coverage[kind][id]?.counted.unknown ?? 0), 0).toString();
  const row = (name: string, ids: readonly string[]): string[] => [
    name,
    ...KINDS.flatMap((kind) => {
      const was = ids.some((id) => before[kind][id]) ? unknown(before, kind, ids) : '-';
      return [
        `${was} → ${unknown(after, kind, ids)}`,
        was === '-' ? '-' : `${was} → ${unknown(afterOfSame, kind, ids)}`,
      ];
    }),
  ];
  const having = ({ facts }: Coverage, fact: string): number | string =>
    facts.find((one) => one.fact === fact)?.having ?? '-';
  return [
    formatTable(
      [`unknown since ${revision}`, ...KINDS.flatMap((kind) => [kind, 'of the same'])],
      [
        ...Object.keys(after.availability).map((id) => row(id, [id])),
        row('platforms of both', shared),
      ],
    ),
    formatTable(
      [`facts since ${revision}`, 'known', 'of', 'all'],
      after.facts.map(({ fact, of, total }) => [
        fact,
        `${having(before, fact)} → ${having(after, fact)}`,
        total,
        of,
      ]),
    ),
  ].join('\n\n');
}

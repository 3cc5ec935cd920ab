/** Formats the report as aligned tables for a terminal. */
import type { Covered } from '../sdk-coverage.ts';
import { type ClaimCounts, type ClaimKind, STATUSES } from './claim-counts.ts';
import { type Coverage, type PlatformCoverage, STATES } from './coverage.ts';
import { formatTable } from './format-table.ts';
import type { Report } from './report.ts';

/** Formats the counts, and below them the names of what is missing. */
export function formatReport(report: Report): string {
  const { sdk } = report;
  const missing: [string, readonly string[]][] = [
    ['claims without evidence', report.claimsWithoutEvidence],
    ['features without uses', report.featuresWithoutUses],
    ['features without removal', report.featuresWithoutRemoval],
    ['betas without docs', report.betasWithoutDocs],
    ['betas without evidence', report.betasWithoutEvidence],
    ['betas in review', report.betasInReview],
    ['not covered', sdk ? [...sdk.union.missing, ...sdk.defaults.missing] : []],
  ];
  return [
    formatOverview(report, missing),
    formatSection('stages', Object.entries(report.byStage)),
    formatSection('families', Object.entries(report.byFamily)),
    formatSection('audiences', Object.entries(report.byAudience)),
    ...formatCoverage(report.coverage),
    formatClaimTable('availability', report.availability),
    formatClaimTable('acceptance', report.acceptance),
    ...(sdk
      ? [
          formatSection(`@anthropic-ai/sdk ${sdk.version}`, [
            formatCoveredRow('values of the union', sdk.union),
            formatCoveredRow('methods with a default', sdk.defaults),
          ]),
        ]
      : []),
    formatSection(
      'read longest ago',
      report.readLongestAgo.map(
        ({ checked, url, citations }): Row => [`${checked}  ${url}`, `cited ${citations} times`],
      ),
    ),
    ...missing
      .filter(([, names]) => names.length > 0)
      .map(([title, names]) =>
        formatSection(
          title,
          names.map((name): Row => [name, '']),
        ),
      ),
  ].join('\n\n');
}

function formatOverview(report: Report, missing: readonly [string, readonly string[]][]): string {
  const { texts, sources } = report;
  return formatSection('manifest', [
    ['features', report.features],
    ['betas', report.betas],
    ['  undocumented', report.undocumented],
    ['rules', `${report.rules} in ${report.betasWithRules} betas`],
    ['uses', report.uses],
    ['constraints, substitutes', `${report.constraints}, ${report.substitutes}`],
    ['effects on responses', report.effects],
    ['models, fixes, errors', `${report.models}, ${report.fixes}, ${report.errors}`],
    ['values that are not betas', report.notBetas],
    ['texts in both languages', formatShare(texts.bothLanguages, texts.total)],
    [
      'sources',
      `${sources.pages} pages, ${sources.packages} packages, cited ${sources.citations} times`,
    ],
    ['read between', `${sources.oldestCheck ?? '-'} and ${sources.newestCheck ?? '-'}`],
    ...missing
      .filter(([title]) => title !== 'not covered')
      .map(([title, names]): Row => [title, names.length]),
  ]);
}

type Row = readonly [string, string | number];

function formatSection(title: string, rows: readonly Row[]): string {
  const width = Math.max(0, ...rows.map(([name]) => name.length));
  const numbers = rows.every(([, value]) => typeof value === 'number')
    ? Math.max(0, ...rows.map(([, value]) => String(value).length))
    : 0;
  return [
    title,
    ...rows.map(([name, value]) =>
      `  ${name.padEnd(width)}  ${String(value).padStart(numbers)}`.trimEnd(),
    ),
  ].join('\n');
}

/**
 * Formats the coverage by platform and by fact. Internal and retired ones have their own column.
 */
function formatCoverage({ availability, acceptance, facts }: Coverage): string[] {
  const rows = (platforms: Readonly<Record<string, PlatformCoverage>>) =>
    Object.entries(platforms).map(([id, { counted, apart }]) => [
      id,
      ...STATES.map((state) => counted[state]),
      counted.total,
      `${apart.unknown}/${apart.total}`,
    ]);
  const columns = [...STATES, 'of', 'apart: unknown'];
  return [
    formatTable(['coverage of features', ...columns], rows(availability)),
    formatTable(['coverage of values', ...columns], rows(acceptance)),
    formatTable(
      ['facts', 'known', 'of', 'all'],
      facts.map(({ fact, of, having, total }) => [fact, having, total, of]),
    ),
  ];
}

function formatClaimTable(
  kind: ClaimKind,
  platforms: Readonly<Record<string, ClaimCounts>>,
): string {
  const rest = [
    'conditional',
    'derived',
    'high',
    'medium',
    'low',
    'unrated',
    'disputed',
  ] as const satisfies (keyof ClaimCounts)[];
  return formatTable(
    [kind, ...STATUSES[kind], ...rest],
    Object.entries(platforms).map(([name, metrics]) => [
      name,
      ...STATUSES[kind].map((status) => metrics.byStatus[status] ?? 0),
      ...rest.map((key) => metrics[key]),
    ]),
  );
}

const formatShare = (some: number, all: number): string => `${some} of ${all}`;
const formatCoveredRow = (name: string, { covered, total }: Covered): Row => [
  name,
  formatShare(covered, total),
];

/** The report as aligned tables for a terminal. */

import type { Covered } from '../sdk-coverage.ts';
import type { PlatformFigures, Report } from './figures.ts';

/** The figures, and below them by name whatever is missing. */
export function formatReport(report: Report): string {
  const { texts, sources, sdk } = report;
  const missing: [string, readonly string[]][] = [
    ['claims without evidence', report.claimsWithoutEvidence],
    ['betas without docs', report.betasWithoutDocs],
    ['betas without evidence', report.betasWithoutEvidence],
    ['betas in review', report.betasInReview],
  ];
  const uncovered = sdk ? [...sdk.union.missing, ...sdk.defaults.missing] : [];
  const sections = [
    section('manifest', [
      ['features', report.features],
      ['betas', report.betas],
      ['  undocumented', report.undocumented],
      ['rules', `${report.rules} in ${report.betasWithRules} betas`],
      ['conflicts, traps', `${report.conflicts}, ${report.traps}`],
      ['models', report.models],
      ['texts in both languages', share(texts.bothLanguages, texts.total)],
      ['sources', `${sources.pages} pages, ${sources.sdk} SDK symbols or changelog sections`],
      ['read between', `${sources.oldestCheck ?? '-'} and ${sources.newestCheck ?? '-'}`],
      ...missing.map(([name, list]): Row => [name, list.length]),
    ]),
    section('stages', Object.entries(report.byStage)),
    section('families', Object.entries(report.byFamily)),
    platformTable(report.platforms),
    ...(sdk
      ? [
          section(`@anthropic-ai/sdk ${sdk.version}`, [
            coverRow('values of the union', sdk.union),
            coverRow('methods with a default', sdk.defaults),
          ]),
        ]
      : []),
    section(
      'read longest ago',
      report.readLongestAgo.map(({ checked, url }): Row => [checked, url]),
    ),
    ...missing
      .filter(([, list]) => list.length > 0)
      .map(([name, list]) =>
        section(
          name,
          list.map((item): Row => [item, '']),
        ),
      ),
    ...(uncovered.length > 0
      ? [
          section(
            'not covered',
            uncovered.map((item): Row => [item, '']),
          ),
        ]
      : []),
  ];
  return sections.join('\n\n');
}

type Row = readonly [string, string | number];

function section(title: string, rows: readonly Row[]): string {
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

function platformTable(platforms: Report['platforms']): string {
  const columns: [string, keyof PlatformFigures][] = [
    ['accepts', 'accepts'],
    ['rejects', 'rejects'],
    ['renamed', 'renamed'],
    ['by model', 'byModel'],
    ['unknown', 'unknown'],
    ['high', 'high'],
    ['medium', 'medium'],
    ['low', 'low'],
    ['unrated', 'unrated'],
    ['disputed', 'disputed'],
  ];
  const names = Object.keys(platforms);
  const width = Math.max('platforms'.length - 2, ...names.map((name) => name.length));
  const line = (name: string, cells: readonly (string | number)[]): string =>
    `${name}${cells.map((cell, i) => `  ${String(cell).padStart((columns[i]?.[0] ?? '').length)}`).join('')}`;
  return [
    line(
      'platforms'.padEnd(width + 2),
      columns.map(([title]) => title),
    ),
    ...Object.entries(platforms).map(([name, figures]) =>
      line(
        `  ${name.padEnd(width)}`,
        columns.map(([, key]) => figures[key]),
      ),
    ),
  ].join('\n');
}

const share = (some: number, all: number): string => `${some} of ${all}`;
const coverRow = (name: string, { covered, total }: Covered): Row => [name, share(covered, total)];

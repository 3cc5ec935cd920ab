/** Renders the report for the pull request: findings, their source, and open decisions. */

import { compareVersions } from '@beta-headers/grammar';
import { computeBump } from '../compare/compare.ts';
import { type Finding, KINDS, type NewBeta } from '../compare/finding.ts';
import type { ChangelogSection, Mention, SdkFacts } from '../read/facts.ts';
import type { Release } from '../release/release.ts';
import { renderChecklist } from './checklist.ts';
import { renderHeadline, TITLES } from './headlines.ts';

export interface ReportInput {
  readonly facts: SdkFacts;
  readonly release: Release;
  readonly base: string | undefined;
  readonly findings: readonly Finding[];
  /** Changed feature files by name, with their new text. */
  readonly features: ReadonlyMap<string, string>;
}

/** The maximum length of a pull request text, with a margin. */
const MOST = 60_000;

/**
 * Renders the report as Markdown. Pure and deterministic. A text that is too long for a pull
 * request loses its source excerpts, then the changelog.
 */
export function renderReport(input: ReportInput): string {
  const full = renderParts(input, true, true);
  if (full.length <= MOST) return full;
  const plain = renderParts(input, false, true);
  const shown = plain.length <= MOST ? plain : renderParts(input, false, false);
  return shown.length <= MOST
    ? shown
    : `${shown.slice(0, MOST)}\n\n… cut here; \`npm run sync -- --json\` has all of it.\n`;
}

function renderParts(
  { facts, release, base, findings, features }: ReportInput,
  withExcerpts: boolean,
  withChangelog: boolean,
): string {
  const open = findings.filter((finding) => !finding.covered);
  const covered = findings.filter((finding) => finding.covered);
  const sections = findNewSections(facts, base);
  return [
    `# @anthropic-ai/sdk ${base === undefined ? '' : `${base} → `}${facts.sdk}`,
    '',
    `${open.length} ${open.length === 1 ? 'finding' : 'findings'}; bump: ` +
      `**${computeBump(findings)}**. ${BUMP_WORDS}`,
    '',
    ...(base === undefined ? [NO_BASE, ''] : []),
    '| | open | already in the manifest |',
    '|---|---|---|',
    ...KINDS.filter((kind) => findings.some((finding) => finding.kind === kind)).map((kind) => {
      const count = (list: readonly Finding[]): number =>
        list.filter((finding) => finding.kind === kind).length;
      return `| ${TITLES[kind]} | ${count(open)} | ${count(covered)} |`;
    }),
    '',
    ...KINDS.flatMap((kind) =>
      renderSection(
        TITLES[kind],
        open.filter((finding) => finding.kind === kind),
        withExcerpts ? release : undefined,
      ),
    ),
    ...renderChecklist(open, features, sections),
    ...(covered.length > 0
      ? ['## Already covered', '', ...covered.map((finding) => `- ${renderHeadline(finding)}`), '']
      : []),
    ...(withChangelog ? renderChangelog(sections) : []),
    ...(facts.unread.length > 0
      ? [
          '## Could not be read',
          '',
          'Types of message params and lists of models that are written in a way that sync ' +
            'cannot follow, and methods that send a version of the API of their own: look at them.',
          '',
          ...facts.unread.map((what) => `- \`${what}\``),
          '',
        ]
      : []),
  ].join('\n');
}

const NO_BASE =
  'There is no sdk.json, so no earlier release is known: the release was compared with the ' +
  'manifest alone. ' +
  'Nothing was looked for that left the SDK, changed its default or its words.';

const BUMP_WORDS =
  'A new value is minor, a fact is patch; nothing that sync writes is major, because ' +
  'values that the SDK drops keep their entry and their constant. ' +
  'Below 1.0.0 a major change raises the minor version.';

function renderSection(
  title: string,
  findings: readonly Finding[],
  release: Release | undefined,
): string[] {
  if (findings.length === 0) return [];
  return [
    `## ${title}`,
    '',
    ...findings.flatMap((finding) => [
      `### ${renderHeadline(finding)}`,
      '',
      ...renderDetails(finding, release),
    ]),
  ];
}

function renderDetails(finding: Finding, release: Release | undefined): string[] {
  switch (finding.kind) {
    case 'new-beta':
      return renderNewBeta(finding, release);
    case 'new-default':
      return [
        ...finding.methods.map((method) => `- \`${method.name}\`: ${method.endpoint}`),
        '',
        ...renderExcerpts(
          finding.methods.slice(0, 1).map((method) => method.source),
          release,
        ),
      ];
    case 'changed-default':
      return renderExcerpts(finding.source === undefined ? [] : [finding.source], release);
    case 'new-surface':
      return [
        `At ${finding.entry.at.map((at) => `\`${at}\``).join(', ')}.`,
        '',
        ...renderExcerpts([finding.entry.source], release),
      ];
    case 'requirement-changed':
      return [
        ...(finding.words === '' ? [] : [...quoteWords(finding.words), '']),
        ...finding.symbols.map((symbol) => `- \`${symbol}\``),
        '',
      ];
    case 'graduated':
    case 'surface-gone':
      return finding.entries.length > 4
        ? [...finding.entries.map((entry) => `- \`${entry}\``), '']
        : [];
    case 'deprecated':
      return [...quoteWords(finding.words), ''];
    case 'in-code':
      return renderExcerpts(finding.source === undefined ? [] : [finding.source], release);
    case 'new-endpoint':
    case 'endpoint-graduated':
    case 'method-gone':
      return [...finding.methods.map(({ name, endpoint }) => `- \`${name}\`: ${endpoint}`), ''];
    default:
      return [];
  }
}

function renderNewBeta(finding: NewBeta, release: Release | undefined): string[] {
  const places = [
    ...finding.surface.map(({ entry }) => entry.source),
    ...finding.methods.slice(0, 2).map((method) => method.source),
  ];
  const reasons = finding.surface.map(
    ({ entry, because }) =>
      `- \`${entry.entry}\` at ${entry.at
        .slice(0, 2)
        .map((at) => `\`${at}\``)
        .join(', ')}: ${because}`,
  );
  return [
    ...reasons,
    ...(reasons.length > 0 ? [''] : []),
    ...renderSayings(finding.mentions),
    ...renderExcerpts([...new Set(places)].slice(0, 4), release),
  ];
}

/** Renders the SDK's words about a beta, each once, with their places. */
function renderSayings(mentions: readonly Mention[]): string[] {
  const plain = (words: string): string => words.replace(/^(Header|Body|Query|Path) param: /, '');
  const all = [...new Set(mentions.map(({ words }) => plain(words)))];
  return all.flatMap((words) => [
    ...quoteWords(words),
    '',
    ...mentions
      .filter((mention) => plain(mention.words) === words)
      .map(({ symbol, source }) => `- \`${symbol}\` (${source})`),
    '',
  ]);
}

const quoteWords = (words: string): string[] => words.split('\n').map((line) => `> ${line}`);

/** Renders some lines of the release around each place. */
function renderExcerpts(places: readonly string[], release: Release | undefined): string[] {
  return places.flatMap((place) => {
    const [, path = '', line = '1'] = /^(.*):(\d+)/.exec(place) ?? [];
    const text = release?.files.get(path);
    if (text === undefined) return [];
    const lines = text.split(/\r?\n/);
    const at = Number(line) - 1;
    let from = at;
    while (from > 0 && at - from < 12 && /^\s*(\/\*\*|\*|\*\/)/.test(lines[from - 1] ?? '')) from--;
    return [
      `\`${path}:${line}\``,
      '',
      '```ts',
      ...lines.slice(from, findLastLine(lines, at) + 1),
      '```',
      '',
    ];
  });
}

/** Finds the last line to show: the header of a method, or a few lines of a declaration. */
function findLastLine(lines: readonly string[], at: number): number {
  const depth = /^\s*/.exec(lines[at] ?? '')?.[0].length ?? 0;
  const end = lines.findIndex(
    (line, i) => i > at && line.trim() !== '' && (/^\s*/.exec(line)?.[0].length ?? 0) <= depth,
  );
  const header = lines.findIndex(
    (line, i) => i > at && i < at + 40 && line.includes('anthropic-beta'),
  );
  const last = header !== -1 && (end === -1 || header < end) ? header : at + 8;
  return Math.min(last, end === -1 ? lines.length - 1 : end);
}

/** Finds the sections of the changelog that the manifest does not know. */
function findNewSections(facts: SdkFacts, base: string | undefined): ChangelogSection[] {
  return facts.changelog.filter(
    ({ version }) =>
      compareVersions(version, facts.sdk) <= 0 &&
      (base === undefined ? version === facts.sdk : compareVersions(version, base) > 0),
  );
}

function renderChangelog(sections: readonly ChangelogSection[]): string[] {
  if (sections.length === 0) return [];
  const shown = sections.flatMap(({ version, date, items }) => [
    `### ${version}${date === undefined ? '' : ` (${date})`}`,
    '',
    ...items.map((item) => `- ${item.replaceAll('\n', '\n  ')}`),
    '',
  ]);
  return ['## Changelog of the SDK', '', ...shown];
}

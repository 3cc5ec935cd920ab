/** Formats a beta or a feature as text. */
import type { Colors } from '../output.ts';
import type { ShowOutput } from '../schema/show.ts';
import { formatTable } from '../table.ts';

/** Formats a beta or a feature: first the answer to "Do you need it?". */
export function formatSubject(subject: ShowOutput, { bold }: Colors): string {
  const { name, title, summary, need, stage, feature, betas, docs, dates, sources } = subject;
  const facts = [
    ['stage', stage],
    ['feature', feature],
    ['default', subject.default],
    ['betas', betas?.join(', ')],
    ['instead', subject.use],
    ...dates.map(({ event, date }) => [event, date]),
    ['docs', docs],
  ].filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '');
  return [
    bold(title === undefined ? name : `${name}: ${title}`),
    `Do you need it? ${need}`,
    ...(summary === undefined ? [] : ['', summary]),
    ...(facts.length === 0 ? [] : ['', formatTable(facts)]),
    ...formatLines('Needed by:', subject.requires),
    ...formatLines('Used by:', subject.uses),
    ...formatPlatforms(subject.platforms),
    ...formatLines(
      'Sources:',
      sources.map(({ address, checked }) => (checked ? `${address} (${checked})` : address)),
    ),
  ].join('\n');
}

const formatLines = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : ['', title, ...lines.map((line) => `  ${line}`)];

const WIRES = {
  header: 'header',
  body: 'anthropic_beta in the body',
  converse: 'additionalModelRequestFields.anthropic_beta',
} as const;

function formatPlatforms(platforms: ShowOutput['platforms']): string[] {
  if (platforms.length === 0) return [];
  const rows = platforms.map(({ platform, wire, claims }) => [
    `  ${platform}`,
    claims.map(formatClaim).join('; ') || 'unknown',
    WIRES[wire],
  ]);
  return ['', 'Platforms:', formatTable(rows)];
}

function formatClaim(claim: ShowOutput['platforms'][number]['claims'][number]): string {
  const { status, until, needs = [], confidence, instead = [] } = claim;
  const notes = [
    until === undefined ? undefined : `until ${until}`,
    ...needs.map((need) => `needs ${need}`),
    confidence === 'low' || confidence === 'disputed' ? `confidence ${confidence}` : undefined,
    ...instead.map(({ for: feature, send }) => `send ${send} for ${feature}`),
  ].filter((note) => note !== undefined);
  const scope = claim.for === undefined ? '' : ` for ${claim.for}`;
  return `${status}${scope}${notes.length > 0 ? ` (${notes.join(', ')})` : ''}`;
}

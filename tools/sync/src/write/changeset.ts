/** Renders findings as the changeset of the pull request. */
import { computeBump } from '../compare/compare.ts';
import type { Finding, FindingKind } from '../compare/finding.ts';
import { KINDS } from '../compare/finding.ts';
import { renderHeadline } from './headlines.ts';

/** All packages are released together, so naming one is enough. */
const PACKAGE = '@beta-headers/manifest';

/**
 * The group of the changelog for a finding. If the reviewer decides otherwise, the prefix must
 * follow; a release requires that every new beta and every stage that moved is named. A kind
 * without a group changes no package.
 */
const PREFIX: Readonly<Partial<Record<FindingKind, string>>> = {
  'new-beta': 'new',
  'in-union': 'helpers',
  removed: 'retired',
  deprecated: 'helpers',
  graduated: 'graduated',
  'new-default': 'helpers',
  'changed-default': 'helpers',
  'endpoint-graduated': 'graduated',
  'new-surface': 'helpers',
  'in-code': 'helpers',
  'method-gone': 'helpers',
  'requirement-changed': 'helpers',
  'surface-gone': 'helpers',
  'api-version': 'helpers',
};

/**
 * Renders the name and the text of the changeset, one entry a line; undefined if no package
 * changes.
 */
export function renderChangeset(
  findings: readonly Finding[],
  sdk: string,
): { name: string; text: string } | undefined {
  const bump = computeBump(findings);
  if (bump === 'none') return undefined;
  const open = findings.filter((finding) => !finding.covered);
  const entries = KINDS.filter((kind) => kind in PREFIX).flatMap((kind) => [
    ...new Set(open.filter((finding) => finding.kind === kind).map(renderEntry)),
  ]);
  const text = [
    '---',
    `"${PACKAGE}": ${bump}`,
    '---',
    '',
    ...entries,
    `helpers: in line with \`@anthropic-ai/sdk\` ${sdk}`,
    '',
  ].join('\n');
  return { name: `sdk-${sdk.replaceAll('.', '-')}.md`, text };
}

/** Renders an entry without the words of its group. */
function renderEntry(finding: Finding): string {
  const text = renderHeadline(finding).replace(/^(New beta|Graduated:) /, '');
  return `${PREFIX[finding.kind]}: ${text}`;
}

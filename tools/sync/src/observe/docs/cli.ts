/**
 * `sync --docs PLACE…`: compares the feature metadata of copies of the docs with the manifest. It
 * changes no claim. It only proposes changes, which a person checks on the page.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { reportProgress } from '../../progress.ts';
import { loadBaseline } from '../../working-tree.ts';
import { type Comparison, compareDocs, type Difference } from './compare.ts';
import { type Copies, chooseCopies, readCopies } from './copies.ts';

export interface DocsOptions {
  readonly root: string;
  readonly docs: readonly string[];
  readonly json: boolean;
  readonly report?: string | undefined;
}

/** Compares the copies of every place; returns 3 if something differs. */
export async function compareWithDocs(options: DocsOptions): Promise<number> {
  const { catalog } = loadBaseline(options.root);
  const places: Copies[] = [];
  for (const place of options.docs) {
    reportProgress(`reading ${place}`);
    places.push(await readCopies(place));
  }
  const comparison = compareDocs(chooseCopies(places.flatMap(({ copies }) => copies)), catalog);
  const text = renderComparison(places, comparison);
  if (options.report !== undefined) {
    const file = resolve(options.report);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  console.log(options.json ? JSON.stringify(toJson(places, comparison)) : text.trimEnd());
  return comparison.differences.length > 0 ? 3 : 0;
}

function toJson(places: readonly Copies[], comparison: Comparison): object {
  return {
    places: places.map(({ place, files, copies }) => ({ place, files, pages: copies.length })),
    ...comparison,
    unclaimed: comparison.unclaimed.map(({ path, facts }) => ({ path, url: facts.url })),
  };
}

/** Renders the comparison as Markdown that is readable on a terminal. */
export function renderComparison(places: readonly Copies[], comparison: Comparison): string {
  const { compared, unclaimed, differences, unread } = comparison;
  const lines = places.map(describePlace);
  if (compared.length === 0)
    lines.push(
      unclaimed.length === 0
        ? 'no page carries feature metadata: nothing was compared'
        : 'no feature of the manifest names one of these pages: nothing was compared',
    );
  for (const [feature, found] of groupByFeature(differences))
    lines.push('', `## ${feature}`, ...found.map(describeDifference));
  if (unclaimed.length > 0)
    lines.push(
      '',
      '## Pages that no feature names',
      ...unclaimed.map(({ path, facts }) => `- ${path}:${facts.line} ${facts.url}`),
    );
  if (unread.length > 0)
    lines.push('', '## Words that no table has', ...unread.map((what) => `- ${what}`));
  if (compared.length > 0) lines.push('', describeTotal(compared.length, differences));
  return `${lines.join('\n')}\n`;
}

function describePlace({ place, files, copies }: Copies): string {
  const days = copies.flatMap(({ day }) => day ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  const when =
    first === undefined
      ? 'of unknown days'
      : first === last
        ? `of ${first}`
        : `of ${first} to ${last}`;
  const commit = copies.find((copy) => copy.commit !== undefined)?.commit;
  return (
    `${place}: ${describeCount(files, 'file')}, ` +
    `${describeCount(copies.length, 'page')} with feature metadata` +
    `${copies.length > 0 ? `, ${when}` : ''}${commit === undefined ? '' : `, commit ${commit}`}`
  );
}

const describeCount = (count: number, what: string): string =>
  `${count} ${what}${count === 1 ? '' : 's'}`;

function groupByFeature(differences: readonly Difference[]): Map<string, Difference[]> {
  const groups = new Map<string, Difference[]>();
  for (const one of differences) groups.set(one.feature, [...(groups.get(one.feature) ?? []), one]);
  return groups;
}

function describeDifference(one: Difference): string {
  const { fact, kind, page, manifest, path, line, day, newer } = one;
  const doubt = newer === undefined ? '' : `; the manifest cites a page that was read on ${newer}`;
  const copied = `copy of ${day ?? 'an unknown day'}${doubt}`;
  return `- ${kind}, ${fact}: ${page}. The manifest has ${manifest}. ${path}:${line} (${copied})`;
}

function describeTotal(pages: number, differences: readonly Difference[]): string {
  const count = (kind: Difference['kind']): number =>
    differences.filter((one) => one.kind === kind).length;
  const compared = `${describeCount(pages, 'page')} compared`;
  if (differences.length === 0) return `${compared}: no difference`;
  return (
    `${compared}, ${describeCount(differences.length, 'difference')}: ` +
    `${describeCount(count('contradiction'), 'contradiction')}, ` +
    `${describeCount(count('missing'), 'fact')} that the manifest does not have, ` +
    `${describeCount(count('label'), 'label')}. ` +
    'Nothing was written: open the page, then write the claim by hand.'
  );
}

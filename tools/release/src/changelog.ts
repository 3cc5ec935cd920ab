/** The changelog: one for all packages, which share a version, in groups for users. */

/** The groups in the order of the changelog, by the prefix that opens a line of a changeset. */
export const GROUPS = {
  new: 'New betas',
  superseded: 'Superseded',
  graduated: 'Graduated',
  retired: 'Retired',
  platforms: 'Platforms',
  helpers: 'Helpers',
} as const;

export type Group = keyof typeof GROUPS;

/** The parts of a changeset that the changelog needs. */
export interface Change {
  readonly id: string;
  readonly summary: string;
  readonly releases: readonly { readonly name: string; readonly type: string }[];
}

interface Entry {
  readonly group: Group;
  readonly text: string;
}

/** The prefixes, for messages. */
export const PREFIXES: string = Object.keys(GROUPS)
  .map((group) => `\`${group}:\``)
  .join(', ');

/** A line that begins an entry. */
export const PREFIX: RegExp = /^([a-z]+):\s+(.*)$/;

/** Renders the section of a version. */
export function renderVersion(version: string, changes: readonly Change[]): string {
  const entries = changes.flatMap((change) => parseEntries(change));
  const groups = (Object.keys(GROUPS) as Group[]).flatMap((group) => {
    const texts = entries
      .filter((entry) => entry.group === group)
      .map((entry) => `- ${entry.text}`);
    return texts.length > 0 ? [`### ${GROUPS[group]}\n\n${texts.join('\n')}`] : [];
  });
  return `## ${version}\n\n${groups.join('\n\n')}\n`;
}

/** Adds a section at the top of the changelog. */
export function addVersion(changelog: string, section: string): string {
  const first = changelog.search(/^## /m);
  const [head, rest] =
    first < 0
      ? [changelog.trim() || '# Changelog', '']
      : [changelog.slice(0, first).trim(), `\n${changelog.slice(first)}`];
  return `${head}\n\n${section}${rest}`;
}

/** Lists the versions of a changelog, in its order. */
export function listVersions(changelog: string): string[] {
  return [...changelog.matchAll(/^## (.+)$/gm)].map(([, version = '']) => version.trim());
}

/** Finds the section of a version, without its heading: the text of the release. */
export function findNotes(changelog: string, version: string): string | undefined {
  const sections = changelog.split(/^## /m).slice(1);
  const section = sections.find((one) => one.split('\n', 1)[0]?.trim() === version);
  return section?.slice(section.indexOf('\n')).trim();
}

/**
 * Reads the entries of a changeset: each begins with a line `prefix: text`, and goes on until the
 * next such line.
 * @throws {Error} if an entry has no prefix, or an unknown one
 */
export function parseEntries(change: Change): Entry[] {
  const breaking = change.releases.some((release) => release.type === 'major');
  const entries: { group: Group; lines: string[] }[] = [];
  for (const line of change.summary.trim().split('\n')) {
    const [, prefix, text] = PREFIX.exec(line) ?? [];
    if (prefix !== undefined && text !== undefined) {
      if (!isGroup(prefix)) throw explainPrefix(change.id, `begins a line with \`${prefix}:\``);
      entries.push({ group: prefix, lines: [text] });
    } else if (entries.length === 0) throw explainPrefix(change.id, 'begins with no prefix');
    else entries.at(-1)?.lines.push(line);
  }
  return entries.map(({ group, lines }) => ({
    group,
    text: `${breaking ? '**Breaking.** ' : ''}${toListItem(lines)}`,
  }));
}

/** Tests if a text is the prefix of a group. */
export const isGroup = (text: string): text is Group => Object.hasOwn(GROUPS, text);

function toListItem(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n  ')
    .replaceAll(/^ +$/gm, '')
    .trim();
}

function explainPrefix(id: string, problem: string): Error {
  return new Error(
    `.changeset/${id}.md ${problem}. Begin each entry with one of ${PREFIXES}, such as ` +
      '"new: `example-2026-01-01`, which …".',
  );
}

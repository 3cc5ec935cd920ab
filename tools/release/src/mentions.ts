/** Compares the changelog with the semantic diff: users look for some changes by id. */
import { splitBetaId } from '@beta-headers/manifest';
import { formatChange, type Change as ManifestChange } from '@beta-headers/manifest/diff';
import { type Change, type Group, parseEntries } from './changelog.ts';

/** Kinds that the changelog names one by one. The rest may be summed up. */
const TOLD: ReadonlySet<string> = new Set([
  'beta-added',
  'superseded',
  'graduated',
  'retired',
  'stage-changed',
]);

/** Tests if the changelog has to name the subject of a change by id. */
export const isNamedById = ({ kind }: ManifestChange): boolean => TOLD.has(kind);

/** Finds the changes that the changelog must name by id and does not. */
export function findUnmentioned(
  changes: readonly ManifestChange[],
  changesets: readonly Change[],
): ManifestChange[] {
  const texts = readMentions(changesets).map(({ text }) => text);
  return changes.filter(
    (change) => isNamedById(change) && !texts.some((text) => namesId(text, change.subject)),
  );
}

/** An entry of a changeset. */
export interface Mention {
  readonly group: Group;
  readonly text: string;
}

/** Reads the entries of all changesets. */
export const readMentions = (changesets: readonly Change[]): Mention[] =>
  changesets.flatMap(parseEntries);

/**
 * Tests if an entry covers a change that need not be named by id: it is under the prefix of the
 * change, or of a new beta, and names the subject, or a beta of it.
 */
export function isCoveredBy({ subject }: ManifestChange, prefix: Group, entry: Mention): boolean {
  if (entry.group !== prefix && entry.group !== 'new') return false;
  // The name of a feature can be an ordinary word, so it counts in backticks only.
  if (entry.text.includes(`\`${subject}\``)) return true;
  const words = entry.text.match(/[\w-]+/g) ?? [];
  return words.some((word) => splitBetaId(word) !== undefined && isBetaOf(word, subject));
}

const isBetaOf = (id: string, subject: string): boolean =>
  id === subject || splitBetaId(id)?.feature === subject;

/** Explains what is missing, with an entry for each to paste. */
export function explainUnmentioned(missing: readonly ManifestChange[], since: string): string {
  const prefixes: Record<string, string> = { 'beta-added': 'new', 'stage-changed': 'helpers' };
  const lines = missing.map(
    (change) =>
      `  ${prefixes[change.kind] ?? change.kind}: \`${change.subject}\` …        ` +
      `(${formatChange(change)})`,
  );
  return [
    `Since ${since} the manifest has changed in ways that no changeset names by id. Add to ` +
      'one in .changeset/, in words for users:',
    ...lines,
    'Nothing was written.',
  ].join('\n');
}

/** Tests if a text has the id as a whole word, not as part of a longer id. */
function namesId(text: string, id: string): boolean {
  return text.match(/[\w-]+/g)?.includes(id) ?? false;
}

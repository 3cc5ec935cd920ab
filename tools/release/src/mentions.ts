/** The changelog against the semantic diff: what a user looks for by id has to be told by id. */
import { changeLine, type Change as ManifestChange } from '@beta-headers/manifest/diff';
import { type Change, parseEntries } from './changelog.ts';

/** A new beta, and every move of a stage. The rest may be summed up. */
const TOLD: ReadonlySet<string> = new Set([
  'beta-added',
  'superseded',
  'graduated',
  'retired',
  'stage-changed',
]);

/** Tests if the changelog has to name the subject of a change by id. */
export const isNamedById = ({ kind }: ManifestChange): boolean => TOLD.has(kind);

/** The changes of the manifest that must be named in the changelog and are not. */
export function findUnmentioned(
  changes: readonly ManifestChange[],
  changesets: readonly Change[],
): ManifestChange[] {
  const texts = changesets.flatMap((changeset) =>
    parseEntries(changeset).map((entry) => entry.text),
  );
  return changes.filter(
    (change) => isNamedById(change) && !texts.some((text) => namesId(text, change.subject)),
  );
}

/** Says what is missing, and an entry for each that can be pasted. */
export function explainUnmentioned(missing: readonly ManifestChange[], since: string): string {
  const prefixes: Record<string, string> = { 'beta-added': 'new', 'stage-changed': 'helpers' };
  const lines = missing.map(
    (change) =>
      `  ${prefixes[change.kind] ?? change.kind}: \`${change.subject}\` …        (${changeLine(change)})`,
  );
  return [
    `Since ${since} the manifest has changed in ways that no changeset names by id. Add to one in .changeset/, in words for users:`,
    ...lines,
    'Nothing was written.',
  ].join('\n');
}

/** The id as a whole: `mcp-client-2025-11-20` is not named by `mcp-client-2025-11-20x`. */
function namesId(text: string, id: string): boolean {
  return text.match(/[\w-]+/g)?.includes(id) ?? false;
}

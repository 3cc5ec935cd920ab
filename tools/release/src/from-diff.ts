/** Renders the changeset that the semantic diff of the manifest implies. */
import {
  CHANGE_GROUPS,
  type ChangeGroup,
  type ChangeKind,
  impliedBump,
  type Change as ManifestChange,
  renderEnglish,
} from '@beta-headers/manifest/diff';
import { type Change, GROUPS, type Group } from './changelog.ts';
import { findUnmentioned, isCoveredBy, isNamedById, readMentions } from './mentions.ts';

/** All packages are released together, so naming one is enough. */
const PACKAGE = '@beta-headers/manifest';

/** The most changes of a kind that are listed one by one, unless each must be named. */
const MOST_LINES = 4;

/** The most subjects that a summary names. */
const MOST_NAMES = 12;

/**
 * Kinds that are only counted. They are written beside other changes, and alone only if no
 * changeset waits for the release.
 */
const COUNTED: Readonly<Partial<Record<ChangeKind, string>>> = {
  'text-changed': 'texts',
};

/** The words for many changes of a kind; by default the name of the kind. */
const SUMMED: Readonly<Partial<Record<ChangeKind, string>>> = {
  'platform-facts': 'facts of platforms',
  'availability-narrowed': 'features that turn out to be missing on a platform',
  'availability-changed': 'features whose availability on a platform is clearer',
  'acceptance-narrowed': 'values that a platform turns out to reject',
  'acceptance-changed': 'values whose acceptance on a platform is clearer',
  'date-changed': 'dates',
  'rule-added': 'new rules of betas',
  'rule-removed': 'rules of betas that are gone',
  'rule-changed': 'changed rules of betas',
  'use-added': 'new uses of features',
  'use-removed': 'uses of features that are gone',
  'constraint-added': 'new constraints of features',
  'constraint-removed': 'constraints of features that are gone',
  'feature-facts': 'facts of features',
  'beta-facts': 'facts of betas',
  'models-changed': 'features with other models',
  'sdk-changed': 'values with SDK releases',
  'model-added': 'new models',
  'model-changed': 'facts of models',
  'fix-added': 'new advice about refusals',
  'fix-changed': 'clearer advice about refusals',
  'not-beta-added': 'values that are listed as no betas',
  'error-added': 'new wordings of errors',
  'error-changed': 'facts of wordings of errors',
};

/** Kinds that are about sources alone, which users need not read. */
const ABOUT_SOURCES: ReadonlySet<ChangeKind> = new Set([
  'evidence-changed',
  'availability-evidence',
  'acceptance-evidence',
  'source-added',
  'source-changed',
  'source-removed',
]);

/**
 * Renders the changeset of the changes that the other changesets leave out, with the bump that
 * these imply; undefined if nothing is left that users need to read.
 */
export function renderChangeset(
  changes: readonly ManifestChange[],
  others: readonly Change[] = [],
): string | undefined {
  const relevant = changes.filter(({ kind }) => !ABOUT_SOURCES.has(kind));
  const left = findUncovered(removeRepetition(relevant), others);
  const isMinor = ({ kind }: ManifestChange): boolean =>
    others.length > 0 && COUNTED[kind] !== undefined;
  const bump = impliedBump(left);
  if (bump === undefined || left.every(isMinor)) return undefined;
  const lines = CHANGE_GROUPS.flatMap((group) =>
    renderLines(
      group,
      left.filter((change) => change.group === group),
    ),
  );
  return ['---', `"${PACKAGE}": ${bump}`, '---', '', ...lines, ''].join('\n');
}

/** Finds the changes that no other changeset has. */
function findUncovered(
  changes: readonly ManifestChange[],
  others: readonly Change[],
): ManifestChange[] {
  const unmentioned = new Set(findUnmentioned(changes, others));
  const mentions = readMentions(others);
  const written = new Set(mentions.map(({ group, text }) => `${group}: ${text}`));
  return changes.filter((change) => {
    if (isNamedById(change)) return unmentioned.has(change);
    const prefix = findPrefix(change.group);
    const same = changes.filter(({ kind }) => kind === change.kind);
    // A summary names only some of its subjects.
    const isSummed = renderLines(change.group, same).every((line) => written.has(line));
    return !isSummed && !mentions.some((entry) => isCoveredBy(change, prefix, entry));
  });
}

/** Leaves out a new feature whose betas are listed. */
function removeRepetition(changes: readonly ManifestChange[]): ManifestChange[] {
  const betas = changes.filter(({ kind }) => kind === 'beta-added').map(({ subject }) => subject);
  return changes.filter(
    ({ kind, subject }) =>
      kind !== 'feature-added' || !betas.some((id) => id.startsWith(`${subject}-`)),
  );
}

function renderLines(group: ChangeGroup, changes: readonly ManifestChange[]): string[] {
  return [...new Set(changes.map(({ kind }) => kind))].flatMap((kind) => {
    const same = changes.filter((change) => change.kind === kind);
    const counted = COUNTED[kind];
    if (counted) return [`${findPrefix(group)}: ${counted} (${same.length})`];
    const isNamed = same.length <= MOST_LINES || same.some(isNamedById);
    return isNamed
      ? same.map((change) => `${findPrefix(group)}: \`${change.subject}\` ${renderEnglish(change)}`)
      : [`${findPrefix(group)}: ${SUMMED[kind] ?? kind} ${listNames(same)}`];
  });
}

/** Lists the number of subjects and their sorted names. A long list shows only the first names. */
function listNames(changes: readonly ManifestChange[]): string {
  const names = [...new Set(changes.map(({ subject }) => subject))].sort();
  const shown = names.slice(0, MOST_NAMES).map((name) => `\`${name}\``);
  const more = names.length - shown.length;
  return `(${names.length}): ${shown.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

/** Finds the prefix of a group: `new` for `new betas`. */
function findPrefix(group: ChangeGroup): Group {
  const found = (Object.keys(GROUPS) as Group[]).find(
    (prefix) => GROUPS[prefix].toLowerCase() === group,
  );
  if (found) return found;
  throw new Error(`the changelog has no heading for the group \`${group}\`; add it to GROUPS`);
}

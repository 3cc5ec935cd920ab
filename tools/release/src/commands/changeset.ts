/**
 * `npm run changeset -- --from-diff [REVISION]`: writes the changeset that the changes of the
 * manifest imply, compared with a revision, by default the last release. All other arguments go to
 * `changeset`.
 *
 * Exit 0: written, or nothing to write · 1: the manifest has problems, or the revision cannot be
 * read · 2: wrong arguments.
 */
import { spawnSync } from 'node:child_process';
import { loadManifest } from '@beta-headers/manifest';
import { diffCatalogs } from '@beta-headers/manifest/diff';
import { readChangesets } from '@changesets/read';
import { readCatalogAt } from '../../../../packages/manifest/scripts/git.ts';
import { runMain } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { findBaseRevision } from '../base-revision.ts';
import { renderChangeset } from '../from-diff.ts';
import { parseFromDiff } from '../from-diff-arguments.ts';
import { writeChangeset } from '../write-changeset.ts';

const HELP = `npm run changeset -- --from-diff [REVISION]
  writes the entries for what changed in the manifest since REVISION: by default the last release,
  and before the first one the point where the branch left origin/main. Facts that another
  changeset in .changeset/ has are left out.

All other arguments go to \`changeset\`:
`;

const args = process.argv.slice(2);
const parsed = parseFromDiff(args);

if (parsed === 'none') {
  if (args.some((arg) => arg === '--help' || arg === '-h')) note(HELP);
  // Changesets asks questions, so it needs the terminal.
  const { status, error } = spawnSync('changeset', args, { cwd: root, stdio: 'inherit' });
  if (error) note(`changeset could not be started: ${error.message}`);
  process.exitCode = status ?? 1;
} else if (parsed === 'wrong') {
  note('usage: npm run changeset -- --from-diff [REVISION]');
  process.exitCode = 2;
} else await runMain(() => writeFromDiff(parsed.revision));

async function writeFromDiff(given: string | undefined): Promise<number> {
  const revision = await findBaseRevision(given);
  const changes = diffCatalogs(readCatalogAt(revision), loadManifest({ relativeTo: root }));
  if (changes.length === 0) {
    note(`The manifest has not changed in meaning since ${revision}: there is nothing to write.`);
    return 0;
  }
  const text = renderChangeset(changes, await readChangesets(root));
  if (text === undefined) {
    note(
      `The changesets have every change since ${revision} that users need to read: nothing was ` +
        'written.',
    );
    return 0;
  }
  const { file, isThere } = writeChangeset(root, revision, text);
  note(
    isThere
      ? `${file} says so already: nothing was written.`
      : `${file}: read it, and put it into words for users.`,
  );
  console.log(text.trimEnd());
  return 0;
}

/**
 * `npm run release:notes -- [VERSION]`: prints the text of a release from CHANGELOG.md, by default
 * the newest.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runMain } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { findNotes, listVersions } from '../changelog.ts';

await runMain(async () => {
  const file = join(root, 'CHANGELOG.md');
  const changelog = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const versions = listVersions(changelog);
  const version = process.argv[2] ?? versions[0];
  const notes = version === undefined ? undefined : findNotes(changelog, version.replace(/^v/, ''));
  if (notes === undefined) {
    const known =
      versions.length > 0
        ? `It has ${versions.join(', ')}.`
        : '`npm run release:version` writes it from the changesets.';
    note(`CHANGELOG.md has no section ${version ?? 'of any version'}. ${known}`);
    return 1;
  }
  console.log(notes);
  return 0;
});

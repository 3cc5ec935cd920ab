/** `npm run release:next`: a prerelease under the tag `next` of what is on main, where a changeset brings a new beta. The release workflow runs it. */

import { formatProblems, tryLoadManifest } from '@beta-headers/manifest';
import { readChangesets } from '@changesets/read';
import { mustRun } from '../../../toolchain/lib/command.ts';
import { main } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { root } from '../../../toolchain/lib/root.ts';
import { entriesOf } from '../changelog.ts';

await main(async () => {
  const changesets = await readChangesets(root);
  if (!changesets.some((change) => entriesOf(change).some((entry) => entry.group === 'new'))) {
    note('No changeset brings a new beta, so there is nothing that cannot wait for the release.');
    return 0;
  }
  const { problems } = tryLoadManifest({ forRelease: true, relativeTo: root });
  if (problems.length > 0) {
    note(`No prerelease while the manifest waits for a person:\n${formatProblems(problems)}`);
    return 0;
  }
  await mustRun(process.execPath, ['tools/toolchain/version.ts', '--snapshot'], { show: true });
  await mustRun(process.execPath, ['tools/toolchain/publish.ts', '--next'], {
    show: true,
  });
  return 0;
});

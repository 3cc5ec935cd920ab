/** `npm run release:dry`: builds everything and releases it to a registry on this machine. */
import { mustRun } from '../../../toolchain/lib/command.ts';
import { main } from '../../../toolchain/lib/main.ts';
import { note } from '../../../toolchain/lib/note.ts';
import { reportChecks } from '../../../toolchain/lib/results.ts';
import { releaseDry } from '../dry-run.ts';

await main(async () => {
  note('release: building every package');
  await mustRun('turbo', ['run', 'build', '--filter=./packages/*', '--output-logs=errors-only'], {
    show: true,
  });
  return reportChecks({ 'release-dry': releaseDry });
});

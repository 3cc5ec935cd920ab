/** `npm run release:dry`: builds everything and releases it to a registry on this machine. */
import { runMain } from '../../../toolchain/lib/main.ts';
import { reportChecks } from '../../../toolchain/lib/results.ts';
import { buildPackages } from '../build.ts';
import { rehearseRelease } from '../dry-run.ts';

await runMain(async () => {
  await buildPackages();
  return reportChecks({ 'release-dry': rehearseRelease });
});

/**
 * Runs `test:full` of this package: the tarballs, the dry run of a release, installs in empty
 * projects, and the reduced simulation. Needs a build.
 */
import { reportChecks } from '../../toolchain/lib/results.ts';
import { rehearseRelease } from './dry-run.ts';
import { checkInstalls } from './installs/run.ts';
import { simulate } from './simulate/simulate.ts';
import { checkTarballs } from './tarballs.ts';

process.exitCode = await reportChecks({
  tarballs: checkTarballs,
  'release-dry': rehearseRelease,
  installs: checkInstalls,
  simulation: async (onCheck) => {
    await simulate({ full: false }, onCheck);
  },
});

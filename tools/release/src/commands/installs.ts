/** `node src/commands/installs.ts [GROUP]`: installs the packages in empty projects. */
import { reportChecks } from '../../../toolchain/lib/results.ts';
import { checkInstalls } from '../installs/run.ts';

process.exitCode = await reportChecks({
  installs: (onCheck) => checkInstalls(onCheck, process.argv[2]),
});

/**
 * `npm run release:simulate [-- --quick]`: simulates two releases and an SDK release between them,
 * in a copy of the repository. --quick leaves out the tests, the site and the dry run.
 */
import { parseArgs } from 'node:util';
import { runMain } from '../../../toolchain/lib/main.ts';
import { formatSeconds, note } from '../../../toolchain/lib/note.ts';
import { reportChecks } from '../../../toolchain/lib/results.ts';
import { simulate } from '../simulate/simulate.ts';

await runMain(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const started = performance.now();
  return reportChecks({
    simulation: async (onCheck) => {
      for (const time of await simulate({ full: !values.quick }, onCheck)) note(`  ${time}`);
      note(`took ${formatSeconds(started)}`);
    },
  });
});

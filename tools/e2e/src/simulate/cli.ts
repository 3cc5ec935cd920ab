/** `npm run release:simulate [-- --quick]`: two releases with an SDK release between them, in a copy of the repository. --quick leaves out tests, site and dry run. */
import { parseArgs } from 'node:util';
import { main } from '../../../toolchain/lib/main.ts';
import { note, paint, seconds } from '../../../toolchain/lib/note.ts';
import { simulate } from './simulate.ts';

await main(async () => {
  const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false } } });
  const started = performance.now();
  const { checks, times } = await simulate({ full: !values.quick });
  for (const { name, ok, output } of checks) {
    console.log(`${ok ? paint('green', '✔') : paint('red', '✘')} ${name}`);
    if (!ok) note(output);
  }
  for (const time of times) console.log(`  ${time}`);
  const failed = checks.filter((check) => !check.ok).length;
  console.log(`took ${seconds(started)}`);
  console.log(`${checks.length - failed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
});

/** The releases that are refused, because their changeset says too little. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { REVIEWER_ENTRY } from '@beta-headers/sync/test/reviewer.ts';
import { SIMULATED } from '@beta-headers/sync/test/simulated.ts';
import type { Copy } from './copy.ts';
import { DAYS, type Run } from './run.ts';

/**
 * Checks that a release is refused while the changelog leaves out a stage that moved, or the
 * version is too small.
 */
export async function checkRefusals(run: Run, copy: Copy): Promise<void> {
  const file = join(copy.folder, '.changeset', `sdk-${SIMULATED.version.replaceAll('.', '-')}.md`);
  const refused = await run.step('a release that is refused', () =>
    copy.npm(['release:version', '--', '--date', DAYS[1]]),
  );
  const clean = (await copy.git('status', '--short')).trim() === '';
  const named =
    refused.output.includes('advisor-tool-2026-03-01') &&
    refused.output.includes('no changeset names');
  run.say(
    'no release while the changelog leaves out a stage that moved, and nothing is written',
    !refused.ok && named && clean,
    refused.output,
  );
  writeFileSync(file, `${readFileSync(file, 'utf8').trimEnd()}\n${REVIEWER_ENTRY}\n`);
  await copy.commit('The changelog names the superseded beta');

  writeFileSync(file, readFileSync(file, 'utf8').replace(': minor\n', ': patch\n'));
  const small = await copy.npm(['release:version', '--', '--date', DAYS[1]]);
  const touched = (await copy.git('status', '--short')).trim().split('\n').length;
  const told =
    small.output.includes('say patch') &&
    small.output.includes('in a minor way') &&
    small.output.includes(SIMULATED.newFeature);
  run.say(
    'no release under a version that is smaller than what it brings, and nothing is written',
    !small.ok && told && touched === 1,
    small.output,
  );
  await copy.git('checkout', '--', '.changeset');
}

/** The tests that need the built site, most of them in Chromium. Their names are not those of unit tests, so that only this configuration runs them. */
import { basename } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** The files that take longest, longest first: one that begins last is waited for alone. */
const LONG = ['journeys', 'pages', 'check', 'layout', 'search', 'lighthouse'];
const rank = ({ moduleId }: TestSpecification): number =>
  (LONG.indexOf(basename(moduleId, '.browser.ts')) + LONG.length + 1) % (LONG.length + 1);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.browser.ts'],
    sequence: { sequencer: LongestFirst },
    // A browser waits as much as it works: three of them keep two cores busy.
    maxWorkers: 3,
    // On a machine that is busy with something else as well, whatever takes no time may take a while.
    testTimeout: 240_000,
    hookTimeout: 120_000,
    expect: { poll: { timeout: 60_000 } },
  },
});
export default config;

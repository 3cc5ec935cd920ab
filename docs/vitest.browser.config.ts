/**
 * Runs the tests that need the built site, most of them in Chromium. Their files end in
 * `.browser.ts`, so that no other configuration runs them.
 */
import { basename } from 'node:path';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { CHROMIUM, explainMissing, findProgram } from '../tools/toolchain/lib/programs.ts';
import { scaleTimeout } from '../tools/toolchain/lib/time-scale.ts';
import { CountingReporter } from '../tools/toolchain/lib/vitest-reporter.ts';

/** The slowest files, slowest first, so that none of them runs alone at the end. */
const LONG = [
  'hostile',
  'hostile-build',
  'journeys',
  'pages',
  'check',
  'layout',
  'search',
  'lighthouse',
];
const rank = ({ moduleId }: TestSpecification): number =>
  (LONG.indexOf(basename(moduleId, '.browser.ts')) + LONG.length + 1) % (LONG.length + 1);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return files.toSorted((a, b) => rank(a) - rank(b));
  }
}

const chromium = findProgram(CHROMIUM);
if ('missing' in chromium) console.warn(explainMissing(CHROMIUM, chromium.missing));

const config: ViteUserConfig = defineConfig({
  test: {
    include: ['test/**/*.browser.ts'],
    // Without a browser every test is counted as skipped.
    ...('path' in chromium ? { env: { CHROME_PATH: chromium.path } } : { testNamePattern: /(?!)/ }),
    reporters: ['default', new CountingReporter('browser')],
    sequence: { sequencer: LongestFirst },
    // A browser waits as much as it works: three of them keep two cores busy.
    maxWorkers: 3,
    testTimeout: scaleTimeout(300_000),
    hookTimeout: scaleTimeout(300_000),
    expect: { poll: { timeout: scaleTimeout(60_000) } },
  },
});
export default config;

import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { defineConfig, type ViteUserConfigFnObject } from 'vitest/config';
import { writeCases } from './packages/manifest/conformance/pack.ts';
import { scaleTimeout } from './tools/toolchain/lib/time-scale.ts';
import { CountingReporter } from './tools/toolchain/lib/vitest-reporter.ts';

// core's tests import the corpus as one file, because some runtimes have no file system.
writeCases();

// Every folder with a package.json is a project of that name, with the settings below.
const manifests = globSync(
  ['packages/*/package.json', 'tools/*/package.json', 'docs/package.json'],
  { cwd: import.meta.dirname },
).sort();
const projects = manifests.map((file) => {
  const { name } = JSON.parse(readFileSync(`${import.meta.dirname}/${file}`, 'utf8')) as {
    name: string;
  };
  return {
    extends: true as const,
    root: `${import.meta.dirname}/${dirname(file)}`,
    test: { name },
  };
});

// `npm run test:quick` skips the files called `*.slow.test.ts`, which take minutes.
const isQuick = process.env['SKIP_SLOW_TESTS'] === '1';

const config: ViteUserConfigFnObject = defineConfig(({ mode }) => ({
  test: {
    projects,
    exclude: [
      '**/node_modules/**',
      '**/dist/**',
      // Tests write copies of packages here, which contain tests themselves.
      '**/.cache/**',
      ...(isQuick ? ['**/*.slow.test.ts'] : []),
      // `test:full` scripts run `vitest --mode full`, with more files and higher counts.
      ...(mode === 'full' ? [] : ['**/*.full.test.ts']),
    ],
    env: { TEST_TIER: mode === 'full' ? 'full' : 'test' },
    // Shares modules between files: loading them for each file takes longer than the tests.
    isolate: false,
    reporters: ['default', new CountingReporter('unit')],
    // Long enough for every test on a busy machine: a time-out only detects a hang.
    testTimeout: scaleTimeout(300_000),
    hookTimeout: scaleTimeout(300_000),
  },
}));
export default config;

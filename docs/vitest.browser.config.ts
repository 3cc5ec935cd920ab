/** The tests that need the built site and a Chromium. Their names are not those of unit tests, so that only this configuration runs them. */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.browser.ts'], testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
});
export default config;

/** The tests that need the built site and a Chromium; `npm test` runs them after the build. */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.browser.test.ts'], testTimeout: 60_000, hookTimeout: 60_000, fileParallelism: false },
});
export default config;

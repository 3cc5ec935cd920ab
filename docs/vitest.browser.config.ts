/** The tests that need the built site and a Chromium. Their names are not those of unit tests, so that only this configuration runs them. */
import { defineConfig, type ViteUserConfig } from 'vitest/config';

/** The checker in use, axe on every page type and Lighthouse take many minutes: `SITE_QUALITY=1 npm test -- site` runs them as well. */
const slow = process.env['SITE_QUALITY'] ? [] : ['test/check.browser.ts', 'test/quality.browser.ts', 'test/lighthouse.browser.ts'];

const config: ViteUserConfig = defineConfig({
  test: { include: ['test/**/*.browser.ts'], exclude: slow, testTimeout: 120_000, hookTimeout: 60_000, fileParallelism: false },
});
export default config;

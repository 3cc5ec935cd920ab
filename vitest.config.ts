import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: ['packages/*', 'tools/*', 'docs'],
    exclude: ['**/node_modules/**', '**/dist/**', '**/*.browser.test.ts'],
    passWithNoTests: false,
    testTimeout: 20_000,
  },
});

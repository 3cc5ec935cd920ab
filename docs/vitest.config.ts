/** The tests of the pure functions; those that need a browser have a config of their own. */
import { configDefaults, defineConfig, type ViteUserConfig } from 'vitest/config';

const config: ViteUserConfig = defineConfig({ test: { exclude: [...configDefaults.exclude, '**/*.browser.test.ts'] } });
export default config;

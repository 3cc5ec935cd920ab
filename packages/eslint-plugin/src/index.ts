/**
 * A plugin of ESLint and oxlint with one rule, which finds betas that are out of date, misspelt,
 * invented or not available on the project's platforms.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { ESLint, Linter } from 'eslint';
import { noOutdatedBetas } from './no-outdated-betas.ts';

export type { RuleOptions } from './no-outdated-betas.ts';

/** The plugin, with its configurations. */
export interface BetaHeadersPlugin extends ESLint.Plugin {
  readonly meta: { readonly name: string; readonly version: string; readonly namespace: string };
  readonly rules: { readonly 'no-outdated-betas': typeof noOutdatedBetas };
  /** For `eslint.config.js`: `export default [betaHeaders.configs.recommended]`. */
  readonly configs: { readonly recommended: Linter.Config };
}

function readPackage(): { readonly name: string; readonly version: string } {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  return JSON.parse(text) as { readonly name: string; readonly version: string };
}

const NAMESPACE = 'beta-headers';
const { name, version } = readPackage();
const recommended: Linter.Config = {
  name: `${NAMESPACE}/recommended`,
  rules: { [`${NAMESPACE}/no-outdated-betas`]: 'error' },
};

const plugin: BetaHeadersPlugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules: { 'no-outdated-betas': noOutdatedBetas },
  configs: { recommended },
};
recommended.plugins = { [NAMESPACE]: plugin };

/**
 * The plugin.
 * @example
 * ```js
 * // eslint.config.js
 * import betaHeaders from '@beta-headers/eslint-plugin';
 *
 * export default [betaHeaders.configs.recommended];
 * ```
 */
export default plugin;

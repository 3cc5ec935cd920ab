import { gzipSync } from 'node:zlib';
import { catalog } from '@beta-headers/manifest/data';
import { build, type Plugin } from 'esbuild';
import type { Bench } from './figure.ts';
import { root } from './root.ts';

/** What the packages weigh in somebody's bundle. */
export const bundle: Bench = async (say) => {
  say('bundling what people import');
  const one = await minified(
    "import { MCP_CLIENT_2025_11_20 } from '@beta-headers/constants'; console.log(MCP_CLIENT_2025_11_20);",
  );
  const bare = await minified("console.log('mcp-client-2025-11-20');");
  const core = await minified("export { plan } from '@beta-headers/core';");
  const empty = await minified("export { plan } from '@beta-headers/core';", [withoutData]);
  const node = await minified("export { betaMiddleware } from '@beta-headers/node';");
  const errors = await minified(
    "export { betaMiddleware, classifyBetaError, betaRecovery } from '@beta-headers/node';",
  );
  return [
    {
      name: 'one constant, bundled',
      value: `${one.length} B`,
      number: one.length - bare.length,
      bound: 60,
      against: `the string itself, ${bare.length} B`,
    },
    {
      name: 'plan() with all data',
      value: `${kb(gzip(core))} kB min+gzip`,
      number: gzip(core) / 1000,
      bound: 16,
      against: `kB; ${kb(gzip(empty))} kB of code`,
    },
    {
      name: 'the data, a beta',
      value: `${((gzip(core) - gzip(empty)) / catalog.betas.length).toFixed(0)} B gzip`,
      number: (gzip(core) - gzip(empty)) / catalog.betas.length,
      bound: 80,
      against: `B; ${catalog.betas.length} betas`,
    },
    {
      name: 'node with the middleware',
      value: `${kb(gzip(node))} kB min+gzip`,
      number: gzip(node) / 1000,
      bound: 30,
      against: 'kB',
    },
    {
      name: 'errors, where they are imported',
      value: `${kb(gzip(errors) - gzip(node))} kB min+gzip more`,
      number: (gzip(errors) - gzip(node)) / 1000,
      bound: 15,
      against: 'kB',
    },
  ];
};

/** The engine without data: what is left when the features are taken away. */
const withoutData: Plugin = {
  name: 'without data',
  setup({ onLoad }) {
    onLoad({ filter: /generated[\\/]catalog\.ts$/ }, () => ({
      contents: `export const CATALOG = ${JSON.stringify(NO_DATA)};`,
      loader: 'ts',
    }));
  },
};

const NO_DATA = {
  platforms: {},
  retiredModels: {},
  surface: { params: '', tools: '', blocks: '' },
  features: {},
};

async function minified(code: string, plugins: Plugin[] = []): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: `${root}/tools/bench`, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['node:*'],
    write: false,
    plugins,
  });
  return result.outputFiles[0]?.text ?? '';
}

const gzip = (code: string): number => gzipSync(code, { level: 9 }).length;
const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

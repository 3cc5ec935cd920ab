import { gzipSync } from 'node:zlib';
import { catalog } from '@beta-headers/manifest/data';
import { build, type Plugin } from 'esbuild';
import type { Bench } from './metric.ts';
import { root } from './root.ts';

/** Measures the size that the packages add to a user's bundle. */
export const measureBundle: Bench = async (report) => {
  report('bundling typical imports');
  const one = await minify(
    "import { MCP_CLIENT_2025_11_20 } from '@beta-headers/constants';" +
      'console.log(MCP_CLIENT_2025_11_20);',
  );
  const bare = await minify("console.log('mcp-client-2025-11-20');");
  const core = await minify("export { plan } from '@beta-headers/core';");
  const empty = await minify("export { plan } from '@beta-headers/core';", [withoutData]);
  const node = await minify("export { betaMiddleware } from '@beta-headers/node';");
  const errors = await minify(
    "export { betaMiddleware, classifyBetaError, betaRecovery } from '@beta-headers/node';",
  );
  const bytesPerBeta = (measureGzip(core) - measureGzip(empty)) / catalog.betas.length;
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
      value: `${formatKb(measureGzip(core))} kB min+gzip`,
      number: measureGzip(core) / 1000,
      bound: 16,
      against: `kB; ${formatKb(measureGzip(empty))} kB of code`,
    },
    {
      name: 'the data, per beta',
      value: `${bytesPerBeta.toFixed(0)} B gzip`,
      number: bytesPerBeta,
      bound: 80,
      against: `B; ${catalog.betas.length} betas`,
    },
    {
      name: 'node with the middleware',
      value: `${formatKb(measureGzip(node))} kB min+gzip`,
      number: measureGzip(node) / 1000,
      bound: 30,
      against: 'kB',
    },
    {
      name: 'errors and recovery, if imported',
      value: `${formatKb(measureGzip(errors) - measureGzip(node))} kB min+gzip more`,
      number: (measureGzip(errors) - measureGzip(node)) / 1000,
      bound: 15,
      against: 'kB',
    },
  ];
};

/** Replaces the generated data, to measure the code of the engine alone. */
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
  models: '',
  retiredModels: {},
  surface: { params: '', tools: '', blocks: '' },
  features: {},
};

async function minify(code: string, plugins: Plugin[] = []): Promise<string> {
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

const measureGzip = (code: string): number => gzipSync(code, { level: 9 }).length;
const formatKb = (bytes: number): string => (bytes / 1000).toFixed(1);

import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import type { Bench } from './figure.ts';
import { root } from './root.ts';

/** What the packages weigh in somebody's bundle. */
export const bundle: Bench = async (say) => {
  say('bundling what people import');
  const one = await minified("import { MCP_CLIENT_2025_11_20 } from '@beta-headers/constants'; console.log(MCP_CLIENT_2025_11_20);");
  const bare = await minified("console.log('mcp-client-2025-11-20');");
  const core = await minified("export { plan } from '@beta-headers/core';");
  const node = await minified("export { betaMiddleware } from '@beta-headers/node';");
  return [
    { name: 'one constant, bundled', value: `${one.length} B`, number: one.length - bare.length, bound: 60, against: `the string itself, ${bare.length} B` },
    { name: 'plan() with all tables', value: `${kb(gzip(core))} kB min+gzip`, number: gzip(core) / 1000, bound: 9, against: 'kB' },
    { name: 'node with the middleware', value: `${kb(gzip(node))} kB min+gzip`, number: gzip(node) / 1000, bound: 12, against: 'kB' },
  ];
};

async function minified(code: string): Promise<string> {
  const result = await build({
    stdin: { contents: code, resolveDir: `${root}/tools/bench`, loader: 'ts' },
    bundle: true,
    minify: true,
    format: 'esm',
    external: ['node:*'],
    write: false,
  });
  return result.outputFiles[0]?.text ?? '';
}

const gzip = (code: string): number => gzipSync(code, { level: 9 }).length;
const kb = (bytes: number): string => (bytes / 1000).toFixed(1);

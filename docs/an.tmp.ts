import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const r = await build({
  entryPoints: ['src/scripts/check-worker.ts'],
  bundle: true,
  minify: true,
  write: false,
  metafile: true,
  format: 'esm',
  charset: 'utf8',
  conditions: [],
});
const out = Object.values(r.metafile!.outputs)[0]!;
console.log(out.bytes, gzipSync(r.outputFiles[0]!.contents, { level: 9 }).length);
const rows = Object.entries(out.inputs)
  .map(([k, v]) => [k, v.bytesInOutput] as const)
  .sort((a, b) => b[1] - a[1])
  .slice(0, 45);
for (const [k, v] of rows) console.log(v, k);
const sum: Record<string, number> = {};
for (const [k, v] of Object.entries(out.inputs)) {
  const key = k
    .replace(/^\.\.\/packages\/(\w+)\/src\/(?:(\w+)\/)?.*/, '$1/$2')
    .replace(/^src\/.*/, 'docs');
  sum[key] = (sum[key] ?? 0) + v.bytesInOutput;
}
console.log(Object.entries(sum).sort((a, b) => b[1] - a[1]));

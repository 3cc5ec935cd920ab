/**
 * `npm run bench [-- --json] [-- name …]`: prints each metric with its reference and bound.
 * A value above its bound is not an error: exits with 0 unless a benchmark throws.
 */
import { parseArgs } from 'node:util';
import { measureBundle } from './bundle.ts';
import { measureCli } from './cli.ts';
import { measureGateway } from './gateway/gateway.ts';
import { measureGenerate } from './generate.ts';
import { measureManifest } from './manifest.ts';
import type { Bench, Metric } from './metric.ts';
import { measurePeers } from './peers.ts';
import { measurePlan } from './plan.ts';
import { measureScale } from './scale.ts';
import { measureScan } from './scan.ts';
import { measureSite } from './site.ts';
import { measureStream } from './stream.ts';
import { measureSync } from './sync.ts';
import { measureTypecheck } from './typecheck.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  manifest: measureManifest,
  generate: measureGenerate,
  scale: measureScale,
  bundle: measureBundle,
  plan: measurePlan,
  stream: measureStream,
  typecheck: measureTypecheck,
  gateway: measureGateway,
  cli: measureCli,
  scan: measureScan,
  peers: measurePeers,
  sync: measureSync,
  site: measureSite,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `Unknown benchmark ${unknown.join(', ')}. ` +
      `The benchmarks are ${Object.keys(BENCHES).join(', ')}.`,
  );
  process.exitCode = 2;
} else {
  const metrics: Metric[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    metrics.push(...(await bench((step) => process.stderr.write(`bench: ${step} …\n`))));
  }
  console.log(values.json ? JSON.stringify(metrics, null, 2) : formatTable(metrics));
}

function formatTable(metrics: readonly Metric[]): string {
  const rows = metrics.map(({ name, value, number, bound, against }) => [
    name,
    value,
    `${number.toFixed(2)} (at most ${bound})`,
    against,
  ]);
  const all = [['metric', 'value', 'ratio', 'against'], ...rows];
  const widths = [0, 1, 2, 3].map((i) => Math.max(...all.map((row) => (row[i] as string).length)));
  return all
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

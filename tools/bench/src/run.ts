/**
 * `npm run bench [-- --json] [-- name …]`: measures, and says what was measured against what. It judges nothing: exit 0 unless a bench breaks.
 */
import { parseArgs } from 'node:util';
import { bundle } from './bundle.ts';
import type { Bench, Figure } from './figure.ts';
import { generate } from './generate.ts';
import { manifest } from './manifest.ts';
import { peers } from './peers.ts';
import { planning } from './plan.ts';
import { scale } from './scale.ts';
import { site } from './site.ts';
import { streaming } from './stream.ts';
import { sync } from './sync.ts';
import { typecheck } from './typecheck.ts';

const BENCHES: Readonly<Record<string, Bench>> = {
  manifest,
  generate,
  scale,
  bundle,
  plan: planning,
  stream: streaming,
  typecheck,
  peers,
  sync,
  site,
};

const { values, positionals } = parseArgs({
  options: { json: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(
    `no bench is called ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const figures: Figure[] = [];
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    figures.push(...(await bench((what) => process.stderr.write(`bench: ${what} …\n`))));
  }
  console.log(values.json ? JSON.stringify(figures, null, 2) : table(figures));
}

function table(figures: readonly Figure[]): string {
  const rows = figures.map((f) => [
    f.name,
    f.value,
    `${f.number.toFixed(2)} (at most ${f.bound})`,
    f.against,
  ]);
  const all = [['figure', 'value', 'ratio', 'against'], ...rows];
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

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from './metric.ts';

interface Run {
  readonly load: number;
  readonly emit: number;
  readonly betas: number;
  readonly megabytes: number;
}

/** Measures if ten times as many betas take ten times as long. */
export const measureScale: Bench = (report) => {
  const [small, large] = [1_000, 10_000].map((count) => {
    report(`${count.toLocaleString('en')} fictional betas`);
    return measureManifest(count);
  }) as [Run, Run];
  const sum = ({ load, emit }: Run): number => load + emit;
  const [seconds, megabytes] = [sum(large).toFixed(1), large.megabytes.toFixed(0)];
  const parts = `load ${large.load.toFixed(1)}, emit ${large.emit.toFixed(1)}`;
  return [
    {
      name: 'generate, 10,000 betas',
      value: `${seconds} s (${parts}), ${megabytes} MB`,
      number: sum(large) / sum(small),
      bound: 11,
      against: `1,000 betas, ${sum(small).toFixed(1)} s, ${small.megabytes.toFixed(0)} MB`,
    },
  ];
};

function measureManifest(count: number): Run {
  const script = fileURLToPath(new URL('synthetic-manifest.ts', import.meta.url));
  const ended = spawnSync(process.execPath, [script, String(count)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0)
    throw new Error(`${count} fictional betas: the process exited with ${ended.status}`);
  return JSON.parse(ended.stdout) as Run;
}

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Bench } from './figure.ts';

interface Run {
  readonly load: number;
  readonly emit: number;
  readonly betas: number;
  readonly megabytes: number;
}

/** Whether ten times as many betas cost ten times as much. */
export const scale: Bench = (say) => {
  const [small, large] = [1_000, 10_000].map((count) => {
    say(`${count.toLocaleString('en')} made-up betas`);
    return run(count);
  }) as [Run, Run];
  const seconds = (r: Run): number => r.load + r.emit;
  return [
    {
      name: 'generate, 10,000 betas',
      value: `${seconds(large).toFixed(1)} s (load ${large.load.toFixed(1)}, emit ${large.emit.toFixed(1)}), ${large.megabytes.toFixed(0)} MB`,
      number: seconds(large) / seconds(small),
      bound: 11,
      against: `1,000 betas, ${seconds(small).toFixed(1)} s, ${small.megabytes.toFixed(0)} MB`,
    },
  ];
};

function run(count: number): Run {
  const script = fileURLToPath(new URL('synthetic.ts', import.meta.url));
  const ended = spawnSync(process.execPath, [script, String(count)], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`${count} made-up betas: ended with ${ended.status}`);
  return JSON.parse(ended.stdout) as Run;
}

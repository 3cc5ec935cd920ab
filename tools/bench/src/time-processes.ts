/** Times whole processes in turn, so that a slower machine affects all of them. */
import { spawnSync } from 'node:child_process';
import { median } from './metric.ts';
import { root } from './root.ts';

/** Returns the median seconds of each command over `runs` rounds, after one warm-up round. */
export function timeProcesses<K extends string>(
  commands: Record<K, readonly string[]>,
  runs: number,
  before?: (name: K) => void,
): Record<K, number> {
  const names = Object.keys(commands) as K[];
  const seconds = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<
    K,
    number[]
  >;
  for (let run = 0; run <= runs; run++) {
    for (const name of names) {
      before?.(name);
      const start = performance.now();
      const ended = spawnSync(process.execPath, commands[name], {
        cwd: root,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (ended.status !== 0)
        throw new Error(`node ${commands[name].join(' ')} exited with ${ended.status}`);
      if (run > 0) seconds[name].push((performance.now() - start) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seconds[name])])) as Record<
    K,
    number
  >;
}

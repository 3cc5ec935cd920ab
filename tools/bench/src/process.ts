/** Whole processes, timed in turn so that a machine that slows down slows both. */
import { spawnSync } from 'node:child_process';
import { median } from './figure.ts';
import { root } from './root.ts';

/** Seconds for each command, medians of `runs` after one that does not count. The commands take turns. */
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
        throw new Error(`node ${commands[name].join(' ')} ended with ${ended.status}`);
      if (run > 0) seconds[name].push((performance.now() - start) / 1000);
    }
  }
  return Object.fromEntries(names.map((name) => [name, median(seconds[name])])) as Record<
    K,
    number
  >;
}

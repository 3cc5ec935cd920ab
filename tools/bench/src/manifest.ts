import { spawnSync } from 'node:child_process';
import { type Bench, median } from './figure.ts';
import { timeProcesses } from './process.ts';
import { root } from './root.ts';

/** Loading and validating every file of the manifest, and reading the one file that programs read at run time. */
export const manifest: Bench = (say) => {
  say('loading and validating the manifest, beside starting Node');
  const { load, node } = timeProcesses(
    { load: ['packages/manifest/scripts/check.mjs'], node: ['-e', '0'] },
    11,
  );
  say('loading data.json');
  const data = median(Array.from({ length: 7 }, timeData));
  const beyond = (load - node) * 1000;
  return [
    {
      name: 'the manifest, loaded and validated',
      value: `${beyond.toFixed(0)} ms`,
      number: beyond,
      bound: 250,
      against: `ms beyond node -e 0, ${(node * 1000).toFixed(0)} ms`,
    },
    {
      name: 'data.json, loaded',
      value: `${data.toFixed(1)} ms`,
      number: data,
      bound: 15,
      against: 'ms',
    },
  ];
};

/** In a process of its own: a module is loaded once. */
function timeData(): number {
  const code = `const start = performance.now();
await import(${JSON.stringify(import.meta.resolve('@beta-headers/manifest/data.json'))}, { with: { type: 'json' } });
console.log(performance.now() - start);`;
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`loading data.json ended with ${ended.status}`);
  return Number(ended.stdout);
}

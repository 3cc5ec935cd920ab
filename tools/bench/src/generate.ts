import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './metric.ts';
import { root } from './root.ts';
import { timeProcesses } from './time-processes.ts';

const GENERATE = ['tools/codegen/generate.mjs'];

/** Compares a full generate with importing ts-morph, and an idle one with starting Node. */
export const measureGenerate: Bench = (report) => {
  report('a full generate, compared with importing ts-morph');
  const full = timeProcesses(
    {
      generate: GENERATE,
      import: [
        '--input-type=module',
        '-e',
        `await import(${JSON.stringify(import.meta.resolve('ts-morph'))})`,
      ],
    },
    5,
    (name) => name === 'generate' && rmSync(join(root, '.cache/generate.json'), { force: true }),
  );
  report('a generate without changes, compared with starting Node');
  const idle = timeProcesses({ generate: GENERATE, node: ['-e', '0'] }, 11);
  return [
    {
      name: 'generate, all files',
      value: `${full.generate.toFixed(2)} s`,
      number: full.generate / full.import,
      bound: 3,
      against: `importing ts-morph, ${full.import.toFixed(2)} s`,
    },
    {
      name: 'generate, no changes',
      value: `${(idle.generate * 1000).toFixed(0)} ms`,
      number: idle.generate / idle.node,
      bound: 3,
      against: `node -e 0, ${(idle.node * 1000).toFixed(0)} ms`,
    },
  ];
};

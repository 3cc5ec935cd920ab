import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Bench } from './figure.ts';
import { timeProcesses } from './process.ts';
import { root } from './root.ts';

const GENERATE = ['tools/codegen/generate.mjs'];

/** A full generate against importing ts-morph, and one with nothing to do against starting Node. */
export const generate: Bench = (say) => {
  say('a full generate, beside importing ts-morph');
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
  say('a generate with nothing to do, beside starting Node');
  const idle = timeProcesses({ generate: GENERATE, node: ['-e', '0'] }, 11);
  return [
    {
      name: 'generate, everything',
      value: `${full.generate.toFixed(2)} s`,
      number: full.generate / full.import,
      bound: 3,
      against: `importing ts-morph, ${full.import.toFixed(2)} s`,
    },
    {
      name: 'generate, nothing to do',
      value: `${(idle.generate * 1000).toFixed(0)} ms`,
      number: idle.generate / idle.node,
      bound: 3,
      against: `node -e 0, ${(idle.node * 1000).toFixed(0)} ms`,
    },
  ];
};

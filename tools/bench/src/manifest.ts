import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Bench, median } from './figure.ts';
import { timeProcesses } from './process.ts';
import { root } from './root.ts';

const RUNS = 9;

/** Loading and validating every file of the manifest, and the one file that programs read. */
export const manifest: Bench = (say) => {
  say('loading and validating the manifest, beside parsing its files');
  const { load, yaml, jsYaml } = timeInTurn();
  say('loading and validating the manifest, beside starting Node');
  const { check, node } = timeProcesses(
    { check: ['packages/manifest/scripts/check.mjs'], node: ['-e', '0'] },
    11,
  );
  say('loading data.json');
  const data = median(Array.from({ length: 7 }, timeData));
  const beyond = (check - node) * 1000;
  return [
    ratio('yaml', load, yaml, 2),
    // The loader parses with js-yaml, which is the faster of the two.
    ratio('js-yaml', load, jsYaml, 3),
    {
      name: 'manifest:check, a whole run',
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

function ratio(library: string, load: number, parse: number, bound: number) {
  return {
    name: `the manifest, loaded and validated, to parsing with ${library} alone`,
    value: `${(load / parse).toFixed(2)} ×`,
    number: load / parse,
    bound,
    against: `${load.toFixed(0)} ms to ${parse.toFixed(0)} ms, in a process of its own each`,
  };
}

/** The authored files. */
function authoredFiles(): string[] {
  const folder = join(root, 'packages/manifest');
  const features = readdirSync(join(folder, 'features')).map((name) => `features/${name}`);
  const lists = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return [...features, ...lists].map((name) => join(folder, name));
}

/** Milliseconds of one first call in a process of its own; the medians of processes in turn. */
function timeInTurn(): { load: number; yaml: number; jsYaml: number } {
  const require = createRequire(import.meta.resolve('@beta-headers/manifest'));
  const at = (name: string): string => JSON.stringify(require.resolve(name));
  const calls = {
    load: `const { loadManifest } = await import(${JSON.stringify(import.meta.resolve('@beta-headers/manifest'))});
const call = () => loadManifest();`,
    yaml: `const { parse } = createRequire(import.meta.url)(${at('yaml')});
const call = () => texts().map((text) => parse(text));`,
    jsYaml: `const { load, CORE_SCHEMA } = createRequire(import.meta.url)(${at('js-yaml')});
const call = () => texts().map((text) => load(text, { schema: CORE_SCHEMA }));`,
  };
  const times = { load: [] as number[], yaml: [] as number[], jsYaml: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    for (const name of ['load', 'yaml', 'jsYaml'] as const)
      times[name].push(
        timeCode(`import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
const texts = () => ${JSON.stringify(authoredFiles())}.map((file) => readFileSync(file, 'utf8'));
${calls[name]}
const start = performance.now();
call();
console.log(performance.now() - start);`),
      );
  }
  return {
    load: median(times.load),
    yaml: median(times.yaml),
    jsYaml: median(times.jsYaml),
  };
}

/** A module is loaded once, so each time in a process of its own. */
function timeData(): number {
  return timeCode(`const start = performance.now();
await import(${JSON.stringify(import.meta.resolve('@beta-headers/manifest/data.json'))}, { with: { type: 'json' } });
console.log(performance.now() - start);`);
}

function timeCode(code: string): number {
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0) throw new Error(`a measurement ended with ${ended.status}`);
  return Number(ended.stdout);
}

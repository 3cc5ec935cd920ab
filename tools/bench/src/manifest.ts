import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Bench, type Metric, median } from './metric.ts';
import { root } from './root.ts';
import { timeProcesses } from './time-processes.ts';

const RUNS = 9;

/** Measures loading and validating the manifest, and loading data.json. */
export const measureManifest: Bench = (report) => {
  report('loading and validating the manifest, compared with parsing its files');
  const { load, yaml, jsYaml } = timeLoading();
  report('loading and validating the manifest, compared with starting Node');
  const { check, node } = timeProcesses(
    { check: ['packages/manifest/scripts/check.mjs'], node: ['-e', '0'] },
    11,
  );
  report('loading data.json');
  const data = median(Array.from({ length: 7 }, timeData));
  const added = (check - node) * 1000;
  return [
    compareWithParser('yaml', load, yaml, 2),
    // The loader uses js-yaml, which is the faster parser.
    compareWithParser('js-yaml', load, jsYaml, 3),
    {
      name: 'manifest:check, the whole process',
      value: `${added.toFixed(0)} ms`,
      number: added,
      bound: 250,
      against: `ms more than node -e 0, ${(node * 1000).toFixed(0)} ms`,
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

function compareWithParser(library: string, load: number, parse: number, bound: number): Metric {
  return {
    name: `loading and validating the manifest, compared with parsing by ${library}`,
    value: `${(load / parse).toFixed(2)} ×`,
    number: load / parse,
    bound,
    against: `${load.toFixed(0)} ms to ${parse.toFixed(0)} ms, each in its own process`,
  };
}

function listAuthoredFiles(): string[] {
  const folder = join(root, 'packages/manifest');
  const features = readdirSync(join(folder, 'features')).map((name) => `features/${name}`);
  const lists = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return [...features, ...lists].map((name) => join(folder, name));
}

/** Times a first call in milliseconds: the median over several processes that take turns. */
function timeLoading(): { load: number; yaml: number; jsYaml: number } {
  const require = createRequire(import.meta.resolve('@beta-headers/manifest'));
  const resolve = (name: string): string => JSON.stringify(require.resolve(name));
  const manifest = JSON.stringify(import.meta.resolve('@beta-headers/manifest'));
  const calls = {
    load: `const { loadManifest } = await import(${manifest});
const call = () => loadManifest();`,
    yaml: `const { parse } = createRequire(import.meta.url)(${resolve('yaml')});
const call = () => texts().map((text) => parse(text));`,
    jsYaml: `const { load, CORE_SCHEMA } = createRequire(import.meta.url)(${resolve('js-yaml')});
const call = () => texts().map((text) => load(text, { schema: CORE_SCHEMA }));`,
  };
  const times = { load: [] as number[], yaml: [] as number[], jsYaml: [] as number[] };
  for (let run = 0; run < RUNS; run++) {
    for (const name of ['load', 'yaml', 'jsYaml'] as const)
      times[name].push(
        timeCode(`import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
const files = ${JSON.stringify(listAuthoredFiles())};
const texts = () => files.map((file) => readFileSync(file, 'utf8'));
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

/** Times loading data.json. Uses a new process, because Node caches modules. */
function timeData(): number {
  const data = JSON.stringify(import.meta.resolve('@beta-headers/manifest/data.json'));
  return timeCode(`const start = performance.now();
await import(${data}, { with: { type: 'json' } });
console.log(performance.now() - start);`);
}

function timeCode(code: string): number {
  const ended = spawnSync(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (ended.status !== 0)
    throw new Error(`A measurement exited with ${ended.status}. Its error is above.`);
  return Number(ended.stdout);
}

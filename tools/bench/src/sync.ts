import { spawnSync } from 'node:child_process';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Bench, median } from './metric.ts';
import { root } from './root.ts';

/** The SDK that is installed in this workspace, so that no network time is measured. */
const SDK = dirname(
  dirname(fileURLToPath(import.meta.resolve('@anthropic-ai/sdk/resources/index'))),
);
const RUNS = 5;

/** Reads a release and compares it with the manifest. */
const SYNC = `await import('./tools/sync/src/cli.ts');`;
/** Only parses the same files with the same parser. */
const PARSE = `
import { globSync, readFileSync } from 'node:fs';
import { ts } from ${JSON.stringify(import.meta.resolve('ts-morph'))};
for (const path of globSync(process.argv[1] + '/src/**/*.ts')) {
  if (path.endsWith('.d.ts')) continue;
  const options = { languageVersion: ts.ScriptTarget.ESNext };
  ts.createSourceFile(path, readFileSync(path, 'utf8'), options, true);
}`;

/** Compares sync of the installed SDK with parsing its files. */
export const measureSync: Bench = (report) => {
  report('sync of the unpacked SDK, compared with parsing its files');
  const synced: Run[] = [];
  const parsed: Run[] = [];
  for (let run = 0; run <= RUNS; run++) {
    const pair = [measure(SYNC, ['--tarball', SDK, '--check']), measure(PARSE, [SDK])] as const;
    if (run > 0) {
      synced.push(pair[0]);
      parsed.push(pair[1]);
    }
  }
  const [took, alone] = [synced, parsed].map((runs) =>
    median(runs.map(({ seconds }) => seconds)),
  ) as [number, number];
  const megabytes = Math.max(...synced.map((run) => run.megabytes));
  return [
    {
      name: 'sync, the unpacked SDK',
      value: `${took.toFixed(2)} s`,
      number: took / alone,
      bound: 2.5,
      against: `parsing its files, ${alone.toFixed(2)} s`,
    },
    {
      name: 'sync, memory',
      value: `${megabytes.toFixed(0)} MB`,
      number: megabytes,
      bound: 400,
      against: 'MB peak',
    },
  ];
};

interface Run {
  readonly seconds: number;
  readonly megabytes: number;
}

function measure(code: string, args: readonly string[]): Run {
  const measured = `process.on('exit', () => {
  console.error('peak', process.resourceUsage().maxRSS);
});
${code}`;
  const start = performance.now();
  const ended = spawnSync(
    process.execPath,
    ['--input-type=module', '-e', measured, '--', ...args],
    {
      cwd: root,
      encoding: 'utf8',
    },
  );
  const seconds = (performance.now() - start) / 1000;
  const peak = /peak (\d+)/.exec(ended.stderr)?.[1];
  if (ended.status !== 0 || peak === undefined)
    throw new Error(`The process exited with ${ended.status}: ${ended.stderr}`);
  return { seconds, megabytes: Number(peak) / 1000 };
}

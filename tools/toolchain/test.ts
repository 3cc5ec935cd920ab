/**
 * `npm test [-- SUITE …]`: every suite, or those that are named. Results on stdout, progress on stderr,
 * the log of each suite in .cache/test/. The last line is `N passed, N failed`; exit 1 when something failed.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { note, paint, seconds } from './lib/note.ts';
import { root } from './lib/root.ts';
import { type Finished, runSuites } from './lib/schedule.ts';
import { suites } from './suites/index.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { list: { type: 'boolean' } },
});
const unknown = positionals.filter((name) => !suites.some((suite) => suite.name === name));
if (values.list) {
  for (const suite of suites) console.log(`${suite.name.padEnd(10)} ${suite.about}`);
} else if (unknown.length > 0) {
  note(
    `no suite is called ${unknown.join(', ')}; there are ${suites.map((suite) => suite.name).join(', ')}`,
  );
  process.exitCode = 2;
} else {
  const chosen =
    positionals.length > 0 ? suites.filter((suite) => positionals.includes(suite.name)) : suites;
  const started = performance.now();
  note(`running ${chosen.map((suite) => suite.name).join(', ')}`);
  const finished = await runSuites(chosen, Math.max(2, availableParallelism()), report);
  const sum = (key: 'passed' | 'failed'): number =>
    finished.reduce((total, { outcome }) => total + outcome[key], 0);
  note(`took ${seconds(started)}`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

function report({ suite, outcome, started }: Finished): void {
  const good = outcome.failed === 0;
  const numbers = [
    `${outcome.passed} ok`,
    ...(good ? [] : [`${outcome.failed} wrong`]),
    ...(outcome.skipped ? [`${outcome.skipped} skipped`] : []),
  ].join(', ');
  const line =
    `${suite.name.padEnd(10)} ${numbers.padEnd(20)} ${seconds(started).padStart(6)}  ${outcome.remark ?? ''}`.trimEnd();
  const file = join(root, '.cache', 'test', `${suite.name}.log`);
  mkdirSync(join(root, '.cache', 'test'), { recursive: true });
  writeFileSync(file, `${outcome.log ?? ''}\n`);
  console.log(`${good ? paint('green', '✔') : paint('red', '✘')} ${line}`);
  if (!good && outcome.log)
    note(
      `${tail(outcome.log, 120)}\n${paint('dim', `all of it: .cache/test/${suite.name}.log`)}\n`,
    );
}

/** The end of a long text; a test runner says last what went wrong. */
function tail(text: string, lines: number): string {
  const all = text.trimEnd().split('\n');
  return all.length <= lines
    ? all.join('\n')
    : [`… ${all.length - lines} lines before this`, ...all.slice(-lines)].join('\n');
}

/** Reports the outcome of a run: the file for a person, JSON, or lines on the terminal. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import type { Options } from './options.ts';
import type { Outcome } from './sync.ts';
import { FileWriteError } from './write/file-transaction.ts';

/** Writes the report, if there is something to report. Returns its path. */
export function writeReport(options: Options, outcome: Outcome): string | undefined {
  if (!outcome.drift || (options.check && options.report === undefined)) return undefined;
  const file =
    options.report === undefined
      ? join(options.root, '.cache', 'sync', `${outcome.sdk}.md`)
      : resolve(options.report);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, outcome.report);
  } catch (error) {
    throw new FileWriteError(
      `the report cannot be written (${(error as Error).message}). Nothing was changed. ` +
        'Free some ' +
        'space or name another file with --report, and run again.',
    );
  }
  return relative(process.cwd(), file).replaceAll('\\', '/');
}

/** Prints the outcome for a program. */
export function printJson(outcome: Outcome, check: boolean, reportFile: string | undefined): void {
  const { report: _report, writes, ...rest } = outcome;
  const paths = [...writes.keys()];
  console.log(
    JSON.stringify({
      ...rest,
      ...(check ? { wouldWrite: paths } : { written: paths }),
      report: reportFile,
    }),
  );
}

/** Prints the outcome for a person, with the next steps. */
export async function printOutcome(
  outcome: Outcome,
  check: boolean,
  reportFile: string | undefined,
): Promise<void> {
  const { renderHeadline } = await import('./write/headlines.ts');
  const open = outcome.findings.filter((finding) => !finding.covered);
  for (const finding of open) console.log(`- ${renderHeadline(finding).replaceAll('`', '')}`);
  const others = outcome.findings.length - open.length;
  if (others > 0)
    console.log(
      `${others} ${others === 1 ? 'change is' : 'changes are'} covered by the manifest already`,
    );
  for (const what of outcome.unread) console.log(`- could not be read, look at it: ${what}`);
  if (open.length === 0)
    console.log(
      outcome.base === undefined
        ? `${outcome.sdk}: the manifest has all of it; no earlier release is known to compare with`
        : `${outcome.sdk}: nothing new`,
    );
  else
    console.log(
      `${outcome.sdk}: ${open.length} ${open.length === 1 ? 'finding' : 'findings'}, bump ` +
        `${outcome.bump}`,
    );
  for (const path of outcome.writes.keys())
    console.log(`${check ? 'would write' : 'written'}: ${path}`);
  if (reportFile !== undefined) console.log(`report: ${reportFile}`);
  if (check) return;
  const raised = [...outcome.writes.keys()].some((path) => path.endsWith('package.json'));
  if (raised)
    console.log(
      `the tree needs ${outcome.sdk} now; install it: npm run x -- ` +
        `${(await import('./write/sdk-pins.ts')).INSTALL.join(' ')}`,
    );
  if (raised || outcome.drift) console.log('then generate: npm run generate');
  if (outcome.open > 0)
    console.log(`${outcome.open} review marks wait for a person: npm run sync -- --review`);
}

/**
 * `npm run workflows:rehearse [-- JOB …]`: runs the commands of jobs such as `ci/site` in a clean
 * clone; all jobs without an argument. `--list` prints their names.
 * Exit 0: every step passed; 1: one failed; 2: a wrong argument, and nothing ran.
 */
import { basename } from 'node:path';
import { type JobName, rehearse, type StepResult } from './rehearse.ts';
import { ROOT, readWorkflows } from './workflow.ts';

const jobs = readWorkflows().flatMap((workflow) =>
  Object.keys(workflow.jobs).map((job) => ({
    name: `${basename(workflow.path, '.yml')}/${job}`,
    workflow,
    job,
  })),
);

process.exitCode = await main(process.argv.slice(2));

async function main(args: readonly string[]): Promise<number> {
  if (args.includes('--list')) {
    for (const { name } of jobs) console.log(name);
    return 0;
  }
  const unknown = args.find((arg) => !jobs.some(({ name }) => name === arg));
  if (unknown !== undefined) {
    console.error(`There is no job ${unknown}; \`--list\` prints the names of all.`);
    return 2;
  }
  const chosen: readonly JobName[] = jobs.filter(
    ({ name }) => args.length === 0 || args.includes(name),
  );
  return (await rehearse(ROOT, chosen, printResult)) ? 0 : 1;
}

function printResult({ workflow, job, command, outcome, seconds }: StepResult): void {
  const name = `${basename(workflow, '.yml')}/${job}`;
  console.log(`${outcome.padEnd(8)}${seconds.toFixed(1).padStart(7)} s  ${name}: ${command}`);
}

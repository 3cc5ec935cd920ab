/**
 * Runs the commands of workflow jobs in a clean clone, as a runner would, and reports each.
 * Nothing leaves this machine: `git push` goes to a bare copy, and `sudo`, `gh` and publishing are
 * replaced by programs that print what they were called with.
 */
import { chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { execa } from 'execa';
import { isSkipped, readOutputs, resolveText } from './expression.ts';
import type { Step, Workflow } from './workflow.ts';

/** The outcome of a step. */
export interface StepResult {
  readonly workflow: string;
  readonly job: string;
  /** The first line of its commands. */
  readonly command: string;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly seconds: number;
}

/** One job, as `release/publish`. */
export interface JobName {
  readonly workflow: Workflow;
  readonly job: string;
}

/** A clean clone, and the environment that keeps it from the outside. */
interface Stage {
  readonly folder: string;
  readonly clone: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Files that one job uploads and a later one downloads. */
const ARTIFACTS = 'artifacts';
/** The branch that the workflow opens its pull request from. */
const RELEASE_BRANCH = 'release/next';

/**
 * Rehearses jobs in order, each in its own clone. Later jobs find the uploads of earlier ones.
 * @param root - the tree whose newest commit is cloned
 */
export async function rehearse(
  root: string,
  jobs: readonly JobName[],
  report: (result: StepResult) => void,
): Promise<boolean> {
  const folder = join(tmpdir(), `beta-headers-rehearsal-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  // Outputs of steps, which later jobs read as `needs.JOB.outputs.NAME`.
  const outputs: Record<string, string> = {};
  try {
    await createOrigin(root, folder);
    let ok = true;
    for (const name of jobs) {
      const stage = await createStage(folder, chooseBranch(name));
      ok = (await runJob(name, stage, outputs, report)) && ok;
    }
    return ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runJob(
  { workflow, job }: JobName,
  stage: Stage,
  outputs: Record<string, string>,
  report: (result: StepResult) => void,
): Promise<boolean> {
  for (const step of workflow.jobs[job]?.steps ?? []) {
    if (step.uses !== undefined) await copyArtifact(step, stage);
    if (step.run === undefined) continue;
    const started = performance.now();
    const outcome = isSkipped(step.if, outputs)
      ? 'skipped'
      : await runStep(job, step, stage, outputs);
    report({
      workflow: workflow.path,
      job,
      command: step.run.trim().split('\n')[0] ?? '',
      outcome,
      seconds: (performance.now() - started) / 1000,
    });
    if (outcome === 'failed') return false;
  }
  return true;
}

async function runStep(
  job: string,
  step: Step,
  { folder, clone, env }: Stage,
  outputs: Record<string, string>,
): Promise<'passed' | 'failed'> {
  const outputFile = join(folder, 'output');
  writeFileSync(outputFile, '');
  const own = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [name, resolveText(value, outputs)]),
  );
  const script = (step.run ?? '').replace(/commands\/publish\.ts/, '$& --dry-run');
  const { exitCode } = await execa('bash', ['-e', '-o', 'pipefail', '-c', script], {
    cwd: clone,
    env: { ...env, ...own, GITHUB_OUTPUT: outputFile },
    stdio: ['ignore', 2, 2],
    reject: false,
  });
  for (const [name, value] of readOutputs(readFileSync(outputFile, 'utf8'))) {
    outputs[`steps.${step.id}.outputs.${name}`] = value;
    outputs[`needs.${job}.outputs.${name}`] = value;
  }
  return exitCode === 0 ? 'passed' : 'failed';
}

/** Stores the uploads of a job, and copies them to the job that downloads them. */
async function copyArtifact(
  { uses = '', with: inputs, if: condition }: Step,
  stage: Stage,
): Promise<void> {
  const action = /^actions\/(upload|download)-artifact@/.exec(uses)?.[1];
  if (action === undefined || condition?.includes('failure()')) return;
  const kept = join(stage.folder, ARTIFACTS, String(inputs?.['name']));
  const here = join(stage.clone, String(inputs?.['path'] ?? '.'));
  const [from, to] = action === 'upload' ? [here, kept] : [kept, here];
  await execa('mkdir', ['-p', to]);
  await execa('cp', ['-R', `${from}/.`, to]);
}

async function createOrigin(root: string, folder: string): Promise<void> {
  const origin = join(folder, 'origin.git');
  const { stdout: head } = await execa('git', ['rev-parse', 'HEAD'], { cwd: root });
  await execa('git', ['clone', '--quiet', '--bare', root, origin]);
  await execa('git', ['update-ref', 'refs/heads/main', head], { cwd: origin });
  await execa('git', ['symbolic-ref', 'HEAD', 'refs/heads/main'], { cwd: origin });
}

/**
 * Chooses the branch to clone. A job that needs a tree without changesets gets the branch that
 * `release/version` pushed.
 */
const chooseBranch = ({ workflow, job }: JobName): string =>
  /pack$|publish$/.test(job) && workflow.path.endsWith('release.yml') ? RELEASE_BRANCH : 'main';

async function createStage(folder: string, branch: string): Promise<Stage> {
  const origin = join(folder, 'origin.git');
  const clone = join(folder, 'clone');
  const bin = join(folder, 'bin');
  for (const path of [clone, bin]) rmSync(path, { recursive: true, force: true });
  await execa('git', ['clone', '--quiet', origin, clone]);
  const { exitCode } = await execa('git', ['switch', '--quiet', branch], {
    cwd: clone,
    reject: false,
  });
  if (exitCode !== 0) throw new Error(`There is no ${branch} yet: rehearse release/version first.`);
  const home = join(folder, 'home');
  const temp = join(folder, 'temp');
  for (const path of [bin, home, temp]) mkdirSync(path, { recursive: true });
  for (const name of ['sudo', 'gh']) writeStandIn(join(bin, name), name);
  return {
    folder,
    clone,
    env: {
      CI: 'true',
      HOME: home,
      GITHUB_REPOSITORY: 'beta-headers/beta-headers',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_SERVER_URL: 'https://github.com',
      PATH: [bin, process.env['PATH']].join(delimiter),
      RUNNER_TEMP: temp,
    },
  };
}

function writeStandIn(path: string, name: string): void {
  writeFileSync(path, `#!/bin/sh\necho "rehearsal: ${name} $*" >&2\n`);
  chmodSync(path, 0o755);
}

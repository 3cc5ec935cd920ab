/** The workflows of this repository pass, and each fault is found where it is. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { lintWorkflows, readTree } from '../src/lint.ts';
import { parseWorkflow, ROOT, readWorkflows } from '../src/workflow.ts';

const tree = readTree(ROOT);
const release = readFileSync(join(ROOT, '.github/workflows/release.yml'), 'utf8');
const ci = readFileSync(join(ROOT, '.github/workflows/ci.yml'), 'utf8');

/** Lints a workflow after an edit. */
async function lintEdited(text: string, from: string, to: string): Promise<string[]> {
  expect(text).toContain(from);
  const edited = parseWorkflow('x.yml', text.replace(from, to));
  return (await lintWorkflows([edited], tree)).map(({ place, text: said }) => `${place} ${said}`);
}

it('finds nothing in the workflows of this repository', async () => {
  const workflows = readWorkflows();
  expect(workflows.map(({ path }) => path)).toContain('.github/workflows/release.yml');
  expect(await lintWorkflows(workflows, tree)).toEqual([]);
});

describe('finds', () => {
  it.each([
    ['a script that does not exist', ci, 'npm run test:quick', 'npm run test:quik', 'test:quik'],
    ['an action by tag', ci, /checkout@\S+ # v7\.0\.1/.exec(ci)?.[0] ?? '', 'checkout@v7', 'moved'],
    ['an action without its version', ci, ' # v7.0.1', '', 'no version beside it'],
    ['a token that stays in the clone', ci, 'persist-credentials: false', 'clean: true', 'clone'],
    ['a workflow that may write', ci, 'contents: read', 'contents: write', 'may write'],
    ['a job without a limit', ci, '    timeout-minutes: 90\n', '', 'timeout-minutes'],
    [
      'an expression in a script',
      ci,
      'run: npm test',
      'run: npm test $' + '{{ github.ref }}',
      'env',
    ],
    ['what actionlint knows', ci, 'needs: [test, site]', 'needs: [test, sight]', 'sight'],
    ['a publishing job without approval', release, '    environment: release\n', '', 'environment'],
    [
      'a publishing job in forks',
      release,
      "github.repository == 'beta-headers/beta-headers' && ",
      '',
      'forks',
    ],
  ])('%s', async (_name, text, from, to, expected) => {
    const found = await lintEdited(text, from, to);
    expect(found.join('\n')).toContain(expected);
    expect(found[0]).toMatch(/^x\.yml:\d+ /);
  });

  it('an install in the job that publishes, with its line', async () => {
    const command = 'node tools/release/src/commands/publish.ts';
    const line = release.split('\n').findIndex((text) => text.includes(command)) + 1;
    const found = await lintEdited(release, command, `npm test && ${command}`);
    expect(found.join('\n')).toContain('build in another job');
    expect(line).toBeGreaterThan(0);
  });

  it('a token that every step of a job sees', async () => {
    const found = await lintEdited(
      ci,
      '    timeout-minutes: 90\n',
      '    timeout-minutes: 90\n    env:\n      GH_TOKEN: $' + '{{ github.token }}\n',
    );
    expect(found.join('\n')).toContain('give it to the step that needs it');
  });
});

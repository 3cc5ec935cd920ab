/**
 * Runs the program of the Mastra guide with the packages that its command installs, but with this
 * repository's own packages. guide-clients.test.ts runs it with only the part of Mastra that the
 * guide uses.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { BLOCKS, listPrograms } from './programs/blocks.ts';
import { type FakeApis, startFakeApis } from './programs/clients.ts';
import { run, typecheck, writePrograms } from './programs/programs.ts';

/** The version that the guide names. */
const MASTRA = '@mastra/core@1.71.0';

let apis: FakeApis;
beforeAll(async () => {
  apis = await startFakeApis('Hello! How can I help you today?');
});
afterAll(() => apis.close());

it('the Mastra guide runs with the published package', async () => {
  const [program] = listPrograms('mastra');
  if (!program) throw new Error('the guide has no program');
  const folder = writePrograms('guide-mastra-published', {
    [program.file]: program.source,
    'package.json': JSON.stringify({ type: 'module', private: true }),
  });
  const args = ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'];
  // npm needs the registry and the proxy of this machine.
  const env = Object.fromEntries(
    Object.entries(process.env).map(([name, value = '']) => [name, value]),
  );
  const command = BLOCKS.find(({ guide, language }) => guide === 'mastra' && language === 'sh');
  const [, names = ''] = /^npm install (.+)$/.exec(command?.text ?? '') ?? [];
  const others = names.split(' ').filter((name) => !/^@(beta-headers|mastra)\//.test(name));
  const installed = await run('npm', [...args, MASTRA, ...others], { cwd: folder, env });
  expect(installed.code, installed.output).toBe(0);
  const checked = await typecheck(folder);
  expect(checked.output).toBe('');
  const ended = await run(process.execPath, [join(folder, program.file)], {
    cwd: folder,
    env: { ...apis.env, ANTHROPIC_BASE_URL: `${apis.url('claude-api')}/v1` },
  });
  expect(ended.stdout.trim(), ended.output).toBe(program.output);
  expect(apis.takeBetas()).toEqual([['context-management-2025-06-27']]);
});

/** Runs every example against the fake API and compares what it prints with its README. */
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRuntimes } from '@beta-headers/runtimes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FakeApis, startFakeApis } from './programs/clients.ts';
import { runRouteHandler, runWorker } from './programs/edge.ts';
import { checkWithDeno, run, runWithDeno, typecheck, writePrograms } from './programs/programs.ts';

const examples = fileURLToPath(new URL('../examples', import.meta.url));
const google = new URL('./programs/google.mjs', import.meta.url).href;
const folders = readdirSync(examples, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'python')
  .map(({ name }) => name)
  .sort();
const read = (path: string): string => readFileSync(join(examples, path), 'utf8');
const findMain = (name: string): string =>
  globSync('{main.ts,src/*.ts,app/**/*.ts}', { cwd: join(examples, name) })[0] as string;

let apis: FakeApis;
beforeAll(async () => {
  apis = await startFakeApis('Hello from the fake API.');
});
afterAll(() => apis.close());

/** The betas that each example sends, request by request. */
const SENT: Readonly<Record<string, string[][]>> = {
  'ai-sdk': [['context-management-2025-06-27', 'interleaved-thinking-2025-05-14']],
  bedrock: [['context-management-2025-06-27']],
  bun: [['context-management-2025-06-27']],
  deno: [['context-management-2025-06-27']],
  foundry: [['mcp-client-2025-11-20']],
  langchain: [['mcp-client-2025-11-20']],
  'next-edge': [['context-management-2025-06-27']],
  node: [['mcp-client-2025-11-20']],
  vertex: [['tool-search-tool-2025-10-19']],
  workers: [['context-management-2025-06-27']],
};

/** Runs an example as its README says, and returns what it prints. */
async function runExample(name: string): Promise<string> {
  const main = join(examples, name, findMain(name));
  if (name === 'workers') {
    const folder = writePrograms('example-workers', { 'empty.ts': '' });
    const variables = { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: apis.url('claude-api') };
    return runWorker(main, folder, variables, '/?question=Hello');
  }
  if (name === 'next-edge') {
    const folder = writePrograms('example-next-edge', { 'empty.ts': '' });
    return runRouteHandler(main, folder, apis.env, '{"question":"Hello"}');
  }
  if (name === 'deno') return runDeno(main);
  const env = {
    ...apis.env,
    // The AI SDK takes an address with the version.
    ...(name === 'ai-sdk' && { ANTHROPIC_BASE_URL: `${apis.url('claude-api')}/v1` }),
  };
  const command = name === 'bun' ? findRuntimes().bun : process.execPath;
  const flags = name === 'vertex' ? ['--import', google] : [];
  const ended = await run(command, [...flags, main], { cwd: join(examples, name), env });
  if (ended.code !== 0) throw new Error(`${name} ended with ${ended.code}:\n${ended.output}`);
  return ended.stdout;
}

async function runDeno(main: string): Promise<string> {
  const { tasks } = JSON.parse(read('deno/deno.json')) as { tasks: { start: string } };
  const [, flags = ''] = /^deno run (.*) main\.ts$/.exec(tasks.start) ?? [];
  const folder = writePrograms('example-deno', { 'empty.ts': '' });
  const host = new URL(apis.url('claude-api')).host;
  const given = flags.split(' ').map((flag) => flag.replace('=api.anthropic.com', `=${host}`));
  const ended = await runWithDeno(folder, given, main, apis.env);
  if (ended.code !== 0) throw new Error(ended.output);
  return ended.stdout;
}

describe('the examples', () => {
  it('are all listed and tested', () => {
    expect(Object.keys(SENT).sort()).toEqual(folders);
    for (const name of folders) expect(read('README.md')).toContain(`](${name})`);
  });

  it.each(folders)('%s has a README, and one file of at most 40 lines', (name) => {
    const main = read(`${name}/${findMain(name)}`);
    expect(main.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
    expect(read(`${name}/README.md`)).toMatch(/```sh\n[\s\S]+?```\n\nIt prints:\n/);
  });

  it.each(folders.filter((name) => name !== 'deno'))(
    '%s declares what it imports, in the versions that are tested here',
    (name) => {
      const { dependencies, scripts } = JSON.parse(read(`${name}/package.json`)) as {
        dependencies: Record<string, string>;
        scripts: Record<string, string>;
      };
      const { devDependencies } = JSON.parse(
        readFileSync(join(examples, '../package.json'), 'utf8'),
      ) as { devDependencies: Record<string, string> };
      const imports = [...read(`${name}/${findMain(name)}`).matchAll(/from '([^']+)'/g)];
      for (const [, specifier] of imports) expect(dependencies).toHaveProperty([`${specifier}`]);
      for (const [dependency, range] of Object.entries(dependencies)) {
        const tested = devDependencies[dependency];
        if (dependency.startsWith('@beta-headers/')) expect(range).toBe('latest');
        else if (tested) expect(range, dependency).toBe(`^${tested}`);
      }
      const file = scripts['start']?.split(' ').find((word) => word.endsWith('.ts'));
      if (file) expect(existsSync(join(examples, name, file))).toBe(true);
    },
  );

  it('compile', async () => {
    const onNode = folders.filter((name) => name !== 'deno');
    const folder = writePrograms(
      'examples-tsc',
      Object.fromEntries(onNode.map((name) => [`${name}.ts`, read(`${name}/${findMain(name)}`)])),
    );
    const { code, output } = await typecheck(folder);
    expect(output).toBe('');
    expect(code).toBe(0);
    const forDeno = writePrograms('examples-deno', { 'main.ts': read('deno/main.ts') });
    const checked = await checkWithDeno(forDeno, ['main.ts']);
    expect(checked.code, checked.output).toBe(0);
  });

  it.each(folders)('%s prints what its README says', async (name) => {
    const printed = await runExample(name);
    const [, expected] =
      /It prints:\n\n```\w+\n([\s\S]+?)\n```/.exec(read(`${name}/README.md`)) ?? [];
    expect(printed.trim()).toBe(expected);
    expect(apis.takeBetas()).toEqual(SENT[name]);
  });
});

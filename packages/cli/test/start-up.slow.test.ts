import { spawnSync } from 'node:child_process';
import process from 'node:process';
import { describe, expect, it } from 'vitest';
import { CLI } from './support/run-cli.ts';
import { writeTemporary } from './support/temporary.ts';

/** Prints the loaded modules to stderr when the process ends. */
const HOOK = `
import { registerHooks } from 'node:module';
const urls = [];
registerHooks({ load: (url, context, next) => (urls.push(url), next(url, context)) });
process.on('exit', () => console.error(urls.join('\\n')));
`;

/** Lists the modules that a command loads. */
function listModules(args: readonly string[], input = ''): string[] {
  const hook = writeTemporary('hook.mjs', HOOK);
  const { stderr } = spawnSync(process.execPath, ['--import', hook, CLI, ...args], {
    input,
    encoding: 'utf8',
  });
  return stderr.split('\n').filter((line) => line.startsWith('file:'));
}

const isHeavy = (url: string): boolean =>
  /\/(?:zod|yaml|undici|hono|oxc-parser)\/|packages\/(?:gateway|manifest)\/|modelcontext/.test(url);

describe('the start of the program', () => {
  it('loads two modules for the version', () => {
    const names = listModules(['--version']).map((url) => url.slice(url.lastIndexOf('/') + 1));
    expect(names).toEqual(['cli.ts', 'version.ts']);
  });

  it('loads no data, schema, parser of YAML or gateway to explain a request', () => {
    const body = '{"model":"claude-opus-5-5","max_tokens":1,"messages":[]}';
    const modules = listModules(['explain', '--platform', 'bedrock'], body);
    expect(modules.length).toBeGreaterThan(50);
    expect(modules.filter(isHeavy)).toEqual([]);
  });
});

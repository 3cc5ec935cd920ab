/**
 * Runs the programs of the guides for clients and runtimes, each in a process of its own against
 * the fake API, and compares what they print with what the guide shows.
 */
import { readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findRuntimes } from '@beta-headers/runtimes';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUIDES } from '../src/lib/site.ts';
import { CLIENT_GUIDES, listPrograms, type Program } from './programs/blocks.ts';
import { type FakeApis, startFakeApis } from './programs/clients.ts';
import { runRouteHandler, runWorker } from './programs/edge.ts';
import { addMastra, ENVIRONMENT, type Ended, run, writePrograms } from './programs/programs.ts';

const manifest = fileURLToPath(new URL('../../packages/manifest', import.meta.url));
const ANSWER = 'Hello! How can I help you today?';
/** The interpreter for the programs of Python. */
const python = process.env['PYTHON'] || 'python3';

/** The betas of each request that a program sends. */
const SENT: Readonly<Record<string, readonly string[][]>> = {
  'ai-sdk/main.ts': [['context-management-2025-06-27', 'interleaved-thinking-2025-05-14']],
  'ai-sdk/refused.ts': [],
  'aws-sdk/invoke.ts': [['context-management-2025-06-27']],
  'aws-sdk/converse.ts': [['context-management-2025-06-27']],
  'aws-sdk/bedrock.py': [['context-management-2025-06-27'], ['context-management-2025-06-27']],
  'bun/main.ts': [['context-management-2025-06-27']],
  'bun/betas.test.ts': [],
  'cloudflare-workers/src/index.ts': [['context-management-2025-06-27']],
  'langchain/main.ts': [['mcp-client-2025-11-20']],
  'langchain/compaction.ts': [['interleaved-thinking-2025-05-14', 'compact-2026-09-04']],
  'mastra/main.ts': [['context-management-2025-06-27']],
  'nextjs/app/api/ask/route.ts': [['context-management-2025-06-27']],
  'python/main.py': [['interleaved-thinking-2025-05-14', 'context-management-2025-06-27']],
  'python/headers.py': [
    ['interleaved-thinking-2025-05-14'],
    ['context-management-2025-06-27'],
    ['compact-2026-09-04'],
  ],
  'python/lookup.py': [],
  'see-what-is-sent/main.ts': [['mcp-client-2025-11-20']],
  'see-what-is-sent/logger.ts': [[]],
  'see-what-is-sent/on-plan.ts': [['context-management-2025-06-27']],
  'see-what-is-sent/one-request.ts': [
    ['context-management-2025-06-27'],
    ['context-management-2025-06-27', 'interleaved-thinking-2025-05-14'],
  ],
  'see-what-is-sent/main.py': [['context-management-2025-06-27']],
};
const programs = CLIENT_GUIDES.flatMap(listPrograms);
const formatName = ({ guide, file }: Program): string => `${guide}/${file}`;

let apis: FakeApis;
const canImport = new Map<string, boolean>();
beforeAll(async () => {
  apis = await startFakeApis(ANSWER);
  for (const name of ['anthropic', 'boto3']) {
    const { code } = await run(python, ['-c', `import ${name}`]);
    canImport.set(name, code === 0);
    if (code !== 0) console.log(`${python} has no ${name}: its programs are only compiled`);
  }
});
afterAll(() => apis.close());

/** Writes a program into a folder of its own, with what it finds beside it. */
function writeProgram({ guide, file, source }: Program): string {
  const folder = writePrograms(`guide-${guide}-${file.replaceAll('/', '-')}`, { [file]: source });
  if (guide === 'mastra') addMastra(folder);
  if (guide === 'python') symlinkSync(manifest, join(folder, 'package'), 'dir');
  return folder;
}

function makeEnv({ guide, file, commands }: Program): Record<string, string> {
  const versioned = ['ai-sdk', 'mastra'].includes(guide);
  const given = [...commands.matchAll(/^([A-Z_]+)=(\S+) /gm)].map(
    ([, name, value]) => [name, value] as [string, string],
  );
  return {
    ...apis.env,
    AWS_DEFAULT_REGION: ENVIRONMENT['AWS_REGION'] ?? '',
    ...(versioned && { ANTHROPIC_BASE_URL: `${apis.url('claude-api')}/v1` }),
    ...(file.endsWith('.ts') && { AWS_ENDPOINT_URL_BEDROCK_RUNTIME: apis.http2Url }),
    ...Object.fromEntries(given),
  };
}

/** Runs a program on the runtime of its guide. */
async function runProgram(program: Program): Promise<Pick<Ended, 'stdout' | 'output'>> {
  const { guide, file, commands } = program;
  const folder = writeProgram(program);
  const main = join(folder, file);
  const env = makeEnv(program);
  if (guide === 'cloudflare-workers') {
    const [, path = ''] = /curl 'http:\/\/localhost:8787([^']*)'/.exec(commands) ?? [];
    const variables = { ANTHROPIC_API_KEY: 'none', ANTHROPIC_BASE_URL: apis.url('claude-api') };
    const text = await runWorker(main, folder, variables, path);
    return { stdout: text, output: text };
  }
  if (guide === 'nextjs') {
    const [, body = ''] = /curl http:\/\/localhost:3000\/api\/ask -d '(.*)'/.exec(commands) ?? [];
    const text = await runRouteHandler(main, folder, env, body);
    return { stdout: text, output: text };
  }
  const command = file.endsWith('.py')
    ? [python, main]
    : guide !== 'bun'
      ? [process.execPath, main]
      : [findRuntimes().bun, ...(file.endsWith('.test.ts') ? ['test'] : []), main];
  const ended = await run(command[0] as string, command.slice(1), { cwd: folder, env });
  if (ended.code !== 0) throw new Error(`ended with ${ended.code}:\n${ended.output}`);
  return ended;
}

/** Compares an output with what a guide shows, in which `…` is any text. */
function matches({ stdout, output }: Pick<Ended, 'stdout' | 'output'>, shown: string): boolean {
  if (!shown.includes('…')) return stdout.trim() === shown.trim();
  let rest = output;
  return shown.split(/\s*…\s*/).every((part) => {
    const at = rest.indexOf(part);
    rest = rest.slice(at + part.length);
    return at >= 0;
  });
}

describe('the guides for clients', () => {
  it('are guides, and all of their programs are here', () => {
    expect(GUIDES).toEqual(expect.arrayContaining([...CLIENT_GUIDES]));
    expect(programs.map(formatName).sort()).toEqual(Object.keys(SENT).sort());
  });

  it.each(programs.map((program) => [formatName(program), program] as const))(
    '%s prints what the guide shows',
    async (name, program) => {
      const [missing] = [...canImport].filter(
        ([module, isHere]) => !isHere && program.source.includes(`import ${module}`),
      );
      const [, client] = /^from (anthropic) import/m.exec(program.source) ?? [];
      if (program.file.endsWith('.py') && (missing || canImport.get(client ?? '') === false)) {
        const main = join(writeProgram(program), program.file);
        const { code, output } = await run(python, ['-m', 'py_compile', main]);
        expect(code, output).toBe(0);
        return;
      }
      const ended = await runProgram(program);
      const sent = apis.takeBetas();
      if (program.output !== undefined)
        expect(matches(ended, program.output), `${ended.output}\nshown:\n${program.output}`).toBe(
          true,
        );
      expect(sent).toEqual(SENT[name]);
    },
  );
});

describe('README.md', () => {
  const text = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const blocks = [...text.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code as string);
  const runBlock = (part: string): Promise<Ended> => {
    const source = blocks.find((block) => block.includes(part));
    if (!source) throw new Error(`README.md has no block with ${part}`);
    const folder = writePrograms('readme', { 'block.mjs': source });
    return run(process.execPath, [join(folder, 'block.mjs')]);
  };

  it('has a quick start that prints what it shows', async () => {
    const [, shown = ''] = /quick-start-output -->\n\n```text\n([\s\S]*?)```/.exec(text) ?? [];
    const { stdout, output } = await runBlock('createFakeApi');
    expect(stdout, output).toBe(shown);
  });

  it('has a program without a middleware that explains a plan', async () => {
    const { stdout, output } = await runBlock('betaFetch()');
    expect(stdout, output).toContain('+ compact-2026-09-04: added');
  });
});

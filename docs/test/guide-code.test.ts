/**
 * Compiles and parses every code block of the guides, and runs whole programs against the stand-in
 * API.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadManifest } from '@beta-headers/manifest';
import { parseBetas, plan } from '@beta-headers/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog } from '../src/lib/catalog.ts';
import { CONCEPTS } from '../src/lib/place-links.ts';
import { GUIDES, OTHER_MODELS, SAMPLE_MODEL } from '../src/lib/site.ts';
import { BLOCKS, type Block, CLIENT_GUIDES, GUIDE_TEXTS } from './programs/blocks.ts';
import {
  addMastra,
  checkWithDeno,
  type ProgramResult,
  run,
  runPrograms,
  runWithDeno,
  type Server,
  startServer,
  typecheck,
  writePrograms,
} from './programs/programs.ts';

const manifest = fileURLToPath(new URL('../../packages/manifest', import.meta.url));
const of = (language: string, ...guides: string[]): Block[] =>
  BLOCKS.filter(
    (block) => block.language === language && (guides.length === 0 || guides.includes(block.guide)),
  );
const isDeno = (block: Block): boolean =>
  block.guide === 'quick-start-deno' || block.text.includes('@beta-headers/deno');
const nameFile = (block: Block): string => `${block.guide}-${block.index}.ts`;

/** The declarations that blocks assume. */
const ASSUMED: Readonly<Record<string, string>> = {
  client: "import type Anthropic from '@anthropic-ai/sdk';\ndeclare const client: Anthropic;",
  params:
    "import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/beta/" +
    "messages/messages';\ndeclare const params: MessageCreateParamsNonStreaming;",
  request:
    "import type { BetaRequest } from '@beta-headers/node';\ndeclare const request: BetaRequest;",
  headers: 'declare const headers: Headers;',
  body: 'declare const body: unknown;',
};

/** Makes a module of a block, the imports before it in the guide, and the assumed declarations. */
function makeModule(block: Block): { readonly source: string; readonly whole: boolean } {
  const imports = BLOCKS.filter(
    (other) => other.guide === block.guide && other.index <= block.index,
  ).flatMap((other) => splitImports(other.text));
  const own = splitImports(block.text).map(([name]) => name);
  const uses = (name: string): boolean =>
    new RegExp(`(?<![\\w'"-]|(?<!\\.)\\.)${name}\\b(?![\\w'":-])`).test(
      block.text.replace(/^import .*$|(?<=^|\s)\/\/ .*$/gm, ''),
    );
  const declares = (name: string): boolean =>
    new RegExp(`(?:const|let) ${name}\\b`).test(block.text);
  const before = new Map(imports.filter(([name]) => !own.includes(name) && uses(name)));
  const given = Object.entries(ASSUMED).filter(([name]) => uses(name) && !declares(name));
  // A comment marks the lines that must not compile.
  const code = block.text.replace(/^(?=.*\/\/ does not compile)/gm, '// @ts-expect-error\n');
  const source = [
    ...before.values(),
    ...given.map(([, declaration]) => declaration),
    code,
    'export {};',
    '',
  ].join('\n');
  return {
    source,
    whole:
      before.size === 0 &&
      given.length === 0 &&
      /\bawait\b|test\(/.test(block.text) &&
      !block.text.includes('openKv') &&
      !block.text.includes('our-betas'),
  };
}

/** Splits imports into one statement for each name. */
function splitImports(text: string): [string, string][] {
  return [...text.matchAll(/^import (.+) from '(.+)';$/gm)].flatMap(([, what = '', from]) =>
    what.startsWith('{')
      ? what
          .slice(1, -1)
          .split(',')
          .map((name): [string, string] => [
            name.trim(),
            `import { ${name.trim()} } from '${from}';`,
          ])
      : [[what, `import ${what} from '${from}';`] as [string, string]],
  );
}

const typescript = of('ts');
// Bun has the types of its tests.
const onNode = typescript.filter(
  (block) => !isDeno(block) && !block.text.includes("from 'bun:test'"),
);
const onDeno = typescript.filter(isDeno);
const servers: Server[] = [];
let origins: Record<string, string>;

beforeAll(async () => {
  const started = await Promise.all(
    (['claude-api', 'bedrock', 'vertex', 'foundry'] as const).map(startServer),
  );
  servers.push(...started);
  const [claude, bedrock, vertex, foundry] = started.map((server) => server.url) as [
    string,
    string,
    string,
    string,
  ];
  origins = {
    'api.anthropic.com': claude,
    'amazonaws.com': bedrock,
    'googleapis.com': vertex,
    'azure.com': foundry,
  };
});
afterAll(() => {
  for (const server of servers) server.close();
});

describe('the guides', () => {
  it('are all in the sidebar', () => {
    expect(GUIDE_TEXTS.map(([guide]) => guide).sort()).toEqual([...GUIDES, ...CONCEPTS].sort());
  });

  it('name only the models of the samples', () => {
    const known = [SAMPLE_MODEL, ...OTHER_MODELS, 'claude-sonnet-4-6'];
    const named = BLOCKS.flatMap(({ guide, text }) =>
      [...text.matchAll(/"?model"?: ['"]([^'"]+)['"]/g)].map(([, model]) => `${guide}: ${model}`),
    );
    expect(named.length).toBeGreaterThan(15);
    expect(
      named.filter(
        (one) =>
          !known.some(
            (model) => one.endsWith(` ${model}`) || one.endsWith(` us.anthropic.${model}`),
          ),
      ),
    ).toEqual([]);
    expect(catalog.models.map((model) => model.id)).toEqual(expect.arrayContaining(known));
  });

  it('have TypeScript that compiles', async () => {
    expect(onNode.length).toBeGreaterThan(25);
    const folder = writePrograms(
      'guides-tsc',
      Object.fromEntries(onNode.map((block) => [nameFile(block), makeModule(block).source])),
    );
    addMastra(folder);
    const { code, output } = await typecheck(folder);
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  it('have programs that run and send requests that the API accepts', async () => {
    const programs = onNode.filter(
      (block) => !CLIENT_GUIDES.includes(block.guide) && makeModule(block).whole,
    );
    const folder = writePrograms('guides', {
      // Without it, Google's library would ask Google for a token.
      '0-google.ts': "import '../../test/programs/google.mjs';\n",
      ...Object.fromEntries(programs.map((block) => [nameFile(block), makeModule(block).source])),
    });
    const [, ...results] = await runPrograms(
      'node',
      folder,
      ['0-google.ts', ...programs.map(nameFile)],
      origins,
    );
    expect(listSentBetas(results)).toEqual({
      'invalid-beta-flag': ['tool-search-tool-2025-10-19'],
      'private-betas': ['shiny-thing-2026-11-01', 'shiny-thing-2026-11-01'],
      'quick-start-bedrock': ['context-management-2025-06-27'],
      'quick-start-foundry': ['context-management-2025-06-27'],
      'quick-start-node': ['mcp-client-2025-11-20'],
      'quick-start-vertex': ['context-management-2025-06-27'],
      recovery: [],
      testing: [],
    });
  });

  it('have programs for Deno that compile and run', async () => {
    const folder = writePrograms(
      'guides-deno',
      Object.fromEntries(onDeno.map((block) => [nameFile(block), makeModule(block).source])),
    );
    const { code, output } = await checkWithDeno(folder, onDeno.map(nameFile));
    expect(code, output).toBe(0);
    const programs = onDeno.filter((block) => makeModule(block).whole);
    const results = await runPrograms('deno', folder, programs.map(nameFile), origins);
    expect(listSentBetas(results)).toEqual({
      'quick-start-deno': ['mcp-client-2025-11-20', 'context-management-2025-06-27'],
    });
  });

  it('name exactly the permissions that Deno needs', async () => {
    const commands = of('sh').flatMap(({ guide, text }) =>
      [...text.matchAll(/^deno run (.*) (\S+\.ts)$/gm)].map(([, flags, file]) => ({
        guide,
        flags: (flags as string).split(' '),
        file: file as string,
      })),
    );
    expect(commands.map(({ file }) => file)).toEqual(['main.ts', 'fetch.ts', 'kv.ts']);
    const folder = writePrograms('guides-permissions', {
      // A redirection would need a permission, so the address of the stand-in is in the program.
      'redirect.ts': `const send = fetch;
globalThis.fetch = (input, init) =>
  send(String(input).replace('https://api.anthropic.com', '${origins['api.anthropic.com']}'), init);
`,
      ...Object.fromEntries(
        commands.map(({ guide, file }) => {
          const block = onDeno.find(
            (one) => one.guide === guide && one.text.startsWith(`// ${file}\n`),
          );
          if (!block) throw new Error(`${guide}: no program begins with "// ${file}"`);
          // A block that only makes a client sends no request.
          const { source } = makeModule(block);
          const call = /create\(|send\(/.test(source)
            ? ''
            : `await client.beta.messages.create({ model: '${SAMPLE_MODEL}', max_tokens: 1, ` +
              "messages: [{ role: 'user', content: 'Hello' }] });\n";
          return [
            file,
            `import './redirect.ts';\n${source}${call}console.log('came to its end');\n`,
          ];
        }),
      ),
    });
    const host = new URL(origins['api.anthropic.com'] as string).host;
    for (const { file, flags } of commands) {
      const given = flags.map((flag) => flag.replace('=api.anthropic.com', `=${host}`));
      const all = await runWithDeno(folder, given, file);
      expect(all.output, `${file} with ${flags.join(' ')}`).toContain('came to its end');
      for (const flag of given) {
        const fewer = await runWithDeno(
          folder,
          given.filter((one) => one !== flag),
          file,
        );
        expect(fewer.stdout, `${file} without ${flag}`).not.toContain('came to its end');
      }
    }
  });

  it('show the output that the programs print', async () => {
    const programs = [...of('ts', 'recovery', 'testing', 'invalid-beta-flag')].filter((block) =>
      /console\.log|node:test/.test(block.text),
    );
    const folder = writePrograms(
      'guides-print',
      Object.fromEntries(programs.map((block) => [nameFile(block), makeModule(block).source])),
    );
    const printed = await Promise.all(
      programs.map((block) => run(process.execPath, [join(folder, nameFile(block))])),
    );
    const outputs = new Map(programs.map((block, index) => [block, printed[index]]));
    const of1 = (part: string): string =>
      [...outputs].find(([block]) => block.text.includes(part))?.[1]?.output ?? '';
    expect(of1('notEnrolled')).toContain('[ 400, 200, 200 ]');
    expect(of1('node:test')).toMatch(/pass 2[\s\S]*fail 0/);
    expect(of1("platform: 'bedrock' });\nconst client")).toMatch(/400 [\s\S]*invalid beta flag/);
    const [explained] = of('text', 'invalid-beta-flag');
    expect(
      of1('explain(planned)')
        .replace(/ https:\S+/g, '')
        .trim(),
    ).toBe(explained?.text);
  });

  it('have an overlay that programs and the stand-in API take', async () => {
    const programs = of('ts', 'private-betas').filter((block) => block.text.startsWith('// '));
    const folder = writePrograms('guides-overlay', {
      ...Object.fromEntries(programs.map((block) => [nameFile(block), makeModule(block).source])),
      ...Object.fromEntries(
        Object.entries(readYamlFiles(of('yaml', 'private-betas'))).map(([name, text]) => [
          `our-betas/${name}`,
          text,
        ]),
      ),
      // Both clients of the first program call the stand-in.
      'redirect.ts': `const send = fetch;
globalThis.fetch = (input, init) =>
  send(String(input).replace('https://api.anthropic.com', '${origins['api.anthropic.com']}'), init);
`,
    });
    expect(programs).toHaveLength(2);
    for (const block of programs) {
      const redirect = ['--import', join(folder, 'redirect.ts')];
      const { output } = await run(process.execPath, [...redirect, nameFile(block)], {
        cwd: folder,
      });
      const claims = [...block.text.matchAll(/^console\.log\(.*\); \/\/ (.*)$/gm)];
      expect(output.trim(), block.text).toBe(claims.map(([, printed]) => printed).join('\n'));
    }
  });

  it('show the results that plan() returns', () => {
    for (const block of onNode.filter(
      ({ text }) => /\bplan\(/.test(text) && !/client|const sent/.test(text),
    )) {
      const claims = [...block.text.matchAll(/^(?!import)(.*\bplan(?:ned)?\b.*); \/\/ '(.+)'$/gm)];
      const setup = block.text
        .replace(/^import .*$/gm, '')
        .replace(/^.*; \/\/ .*$/gm, '')
        .replace(/^console.*$/gm, '');
      for (const [, expression, answer] of claims) {
        const evaluate = new Function('plan', `${setup}\nreturn ${expression};`) as (
          engine: unknown,
        ) => unknown;
        expect(evaluate(plan), `${block.guide}: ${expression}`).toBe(answer);
      }
    }
    const stripped = plan(
      {
        method: 'POST',
        url: '/v1/messages',
        body: {
          model: SAMPLE_MODEL,
          mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.example.com' }],
          tools: [{ type: 'mcp_toolset', mcp_server_name: 'docs' }],
          messages: [],
        },
      },
      { platform: 'bedrock', policy: { unavailable: 'strip' } },
    );
    expect(Object.keys(stripped.body as object)).toEqual(['model', 'messages']);
    const converse = plan(
      {
        method: 'POST',
        url: `/model/us.anthropic.${SAMPLE_MODEL}/converse`,
        body: {
          messages: [],
          additionalModelRequestFields: { thinking: { type: 'adaptive', display: 'updates' } },
        },
      },
      { platform: 'bedrock-converse' },
    );
    expect(converse.body).toMatchObject({
      additionalModelRequestFields: { anthropic_beta: ['thinking-display-updates-2026-08-18'] },
    });
  });

  it('have Python that runs beside the unpacked package', async () => {
    const programs = of('python', 'other-languages');
    const folder = writePrograms(
      'guides-python',
      Object.fromEntries(programs.map((block, index) => [`${index}.py`, block.text])),
    );
    symlinkSync(manifest, join(folder, 'package'), 'dir');
    const [read, corpus] = await Promise.all(
      programs.map((_, index) => run('python3', [`${index}.py`], { cwd: folder })),
    );
    expect(read?.code, read?.output).toBe(0);
    expect(read?.stdout.split('\n')).toContainEqual(
      expect.stringMatching(/^context-management-2025-06-27 https:/),
    );
    const [, passed, failed] = /^(\d+) passed, (\d+) failed$/m.exec(corpus?.output ?? '') ?? [];
    expect(Number(passed), corpus?.output).toBeGreaterThan(150);
    expect(Number(failed), corpus?.output).toBe(0);
  });

  it('have YAML that the manifest accepts', () => {
    const folder = mkdtempSync(join(tmpdir(), 'our-betas-'));
    const load = (guide: string, files: Readonly<Record<string, string>>) => {
      for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
      const catalog = loadManifest({ overlay: folder });
      const feature = catalog.features.find(({ name }) => name === 'shiny-thing');
      expect(feature?.overlay, guide).toBe(true);
      return { feature, beta: catalog.betas.find(({ id }) => id === feature?.default) };
    };
    try {
      for (const guide of ['private-betas', 'regenerate'] as const)
        load(guide, readYamlFiles(of('yaml', guide)));
      // Puts the claims of the other guide into a whole file.
      const [availability, acceptance, sources] = of('yaml', 'platform-claim');
      const own = readYamlFiles(of('yaml', 'private-betas'));
      const moreSources = sources?.text.replace(/^[\s\S]*sources:\n/, '');
      const { feature, beta } = load('platform-claim', {
        'shiny-thing.yaml': (own['shiny-thing.yaml'] ?? '')
          .replace(/^availability:[\s\S]*?(?=^betas:)/m, `${availability?.text}\n`)
          .replace(/^ {4}acceptance:\n.*$/m, acceptance?.text ?? ''),
        'sources.yaml': `${own['sources.yaml']}${moreSources}\n`,
      });
      expect(feature?.availability['foundry']?.[0]?.status).toBe('available');
      expect(beta?.acceptance['foundry']?.[0]?.status).toBe('accepted');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('use shell commands that exist', async () => {
    const { scripts } = JSON.parse(
      readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
    ) as { scripts: Record<string, string> };
    const commands = of('sh').flatMap(({ text }) =>
      [...text.matchAll(/npm (?:run )?([\w:]+)/g)].map(([, name]) => name as string),
    );
    expect(
      commands.filter(
        (name) => !['install', 'pack', 'publish'].includes(name) && !(name in scripts),
      ),
    ).toEqual([]);
    const calls = of('sh').filter(
      ({ guide, text }) => text.startsWith('curl') && guide !== 'gateway',
    );
    for (const { text } of calls) {
      const { output } = await run('sh', [
        '-c',
        text
          .replace('http://127.0.0.1:8788', origins['api.anthropic.com'] as string)
          .replace(/^curl /, 'curl -q -sS -w "\\n%{http_code}" '),
      ]);
      expect(output.split('\n').at(-1), output).toBe('200');
    }
  });
});

describe('the guide of the gateway', () => {
  it('shows a request and its response as the gateway answers it', async () => {
    const blocks = BLOCKS.filter(({ guide }) => guide === 'gateway');
    const call = blocks.find(({ text }) => text.startsWith('curl')) as Block;
    const shown = blocks.find(({ text }) => text.startsWith('HTTP/')) as Block;
    const cli = fileURLToPath(new URL('../../packages/cli/src/cli.ts', import.meta.url));
    const upstream = origins['amazonaws.com'] as string;
    const args = ['gateway', '--platform', 'bedrock', '--upstream', upstream, '--port', '0'];
    const gateway = spawn(process.execPath, [cli, ...args], {
      env: { ...process.env, AWS_BEARER_TOKEN_BEDROCK: 'any', AWS_REGION: 'us-east-1' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    try {
      const [line] = (await once(gateway.stdout, 'data')) as [Buffer];
      const text = call.text.replace('http://127.0.0.1:8787', line.toString().trim());
      const { output } = await run('sh', ['-c', text.replace(/^curl /, 'curl -q -sS ')]);
      const lines = output.split('\n').map((one) => one.trim());
      for (const wanted of shown.text.trim().split('\n')) expect(lines).toContain(wanted);
    } finally {
      gateway.kill();
    }
  });
});

/** Finds the blocks that begin with `# folder/name`, by name. */
function readYamlFiles(blocks: readonly { readonly text: string }[]): Record<string, string> {
  return Object.fromEntries(
    blocks.map(({ text }) => [/^# [\w-]+\/(\S+)\n/.exec(text)?.[1] as string, `${text}\n`]),
  );
}

/** Lists the betas that the programs of each guide sent, in order. @throws if one failed */
function listSentBetas(results: readonly ProgramResult[]): Record<string, string[]> {
  expect(results.flatMap(({ program, error }) => (error ? [`${program}: ${error}`] : []))).toEqual(
    [],
  );
  const sent: Record<string, string[]> = {};
  for (const { program, requests } of results) {
    expect(
      requests.filter(({ status }) => status !== 200),
      program,
    ).toEqual([]);
    const guide = program.replace(/-\d+\.ts$/, '');
    sent[guide] = [...(sent[guide] ?? []), ...requests.flatMap(({ betas }) => parseBetas(betas))];
  }
  return sent;
}

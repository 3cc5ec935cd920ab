/**
 * The samples of betas and features: their number, and that the stand-in of each platform accepts
 * the programs.
 */
import { PLATFORMS, type Platform } from '@beta-headers/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog, getBeta, getFeature } from '../src/lib/catalog.ts';
import { CODE_LANGUAGES } from '../src/lib/code/index.ts';
import { EXAMPLES, FIELDS, findFields } from '../src/lib/example-values.ts';
import { newestCheck } from '../src/lib/newest-check.ts';
import { buildFields, listSamples } from '../src/lib/samples.ts';
import { type Platforms, servePlatforms } from './programs/fake-apis.ts';
import { checkWithDeno, run, runPrograms, typecheck, writePrograms } from './programs/programs.ts';
import { runPython } from './programs/python.ts';
import { listPrograms, SAMPLE_CASES, type SampleProgram } from './programs/sample-cases.ts';
import { expectSent } from './programs/sent.ts';

const HOME = 'claude-api';
/** Makes a program a module, so that its declarations are local. */
const makeModule = ({ code }: SampleProgram): string => `${code}\nexport {};\n`;
const on = (platform: Platform, programs: readonly SampleProgram[]): SampleProgram[] =>
  programs.filter((one) => one.platform === platform && one.isToday);

const isFull = process.env['TEST_TIER'] === 'full';
/** The platforms that get the programs. In `npm test` one of each place of the betas. */
const TRIED: readonly Platform[] = isFull ? PLATFORMS : [HOME, 'bedrock', 'vertex'];

let platforms: Platforms;
beforeAll(async () => {
  platforms = await servePlatforms(newestCheck);
});
afterAll(() => platforms.close());

describe('the samples', () => {
  it('exist for every documented beta that works on the Claude API', () => {
    const without = catalog.betas.filter(
      (one) =>
        !one.undocumented &&
        !['internal', 'retired'].includes(one.stage) &&
        listSamples(one, HOME).length === 0,
    );
    // No source has the answer of the Claude API to it.
    expect(without.map(({ id }) => id)).toEqual(['cvp-data-retention-2026-06-24']);
  });

  it('show each graduated beta as it was and as it is, without a header', () => {
    const graduated = catalog.betas.filter(({ stage }) => stage === 'graduated');
    expect(graduated.length).toBeGreaterThan(20);
    for (const beta of graduated) {
      const samples = listSamples(beta, HOME);
      expect(samples.length, beta.id).toBeGreaterThan(0);
      for (const { before, now, disputed } of samples) {
        expect(before?.betas, beta.id).toEqual([beta.id]);
        expect(now.betas, beta.id).toEqual([]);
        expect(disputed, beta.id).toBeUndefined();
      }
    }
  });

  it('have the value that a platform wants instead', () => {
    const [search, examples] = listSamples(getBeta('advanced-tool-use-2025-11-20'), 'vertex');
    expect(search?.before?.betas).toEqual(['advanced-tool-use-2025-11-20']);
    expect(search?.now.betas).toEqual(['tool-search-tool-2025-10-19']);
    expect(examples?.now.betas).toEqual(['tool-examples-2025-10-29']);
  });

  it('have the request of the newest successor', () => {
    const [sample] = listSamples(getBeta('computer-use-2024-10-22'), HOME);
    expect(JSON.stringify(sample?.before?.body)).toContain('computer_20241022');
    expect(JSON.stringify(sample?.now.body)).toContain('computer_20251124');
    expect(sample?.now.betas).toEqual(['computer-use-2025-11-24']);
  });

  it('upload a file and use it', () => {
    const samples = listSamples(getFeature('files-api'), HOME);
    expect(samples.map(({ now }) => `${now.method} ${now.path}`)).toEqual([
      'POST /v1/files',
      'POST /v1/messages',
      'GET /v1/files',
    ]);
    expect(JSON.stringify(samples[1]?.now.body)).toContain('container_upload');
  });

  it('say when sources disagree, and do not exist where a feature is not available', () => {
    const beta = getBeta('tool-search-tool-2025-10-19');
    expect(listSamples(beta, 'bedrock')).toMatchObject([{ disputed: true }]);
    expect(listSamples(beta, 'bedrock-converse')).toEqual([]);
    expect(listSamples(getBeta('code-execution-2025-08-25'), 'vertex')).toEqual([]);
  });

  it('use every entry of the tables of examples', () => {
    const rules = catalog.betas.flatMap(({ requires }) => requires);
    const used = new Set([
      ...rules.flatMap((rule) => findFields(rule)?.key ?? []),
      ...catalog.betas.map(({ id }) => id),
    ]);
    expect(
      [...Object.keys(FIELDS), ...Object.keys(EXAMPLES)].filter((key) => !used.has(key)),
    ).toEqual([]);
  });

  it('build the value that a path leads to', () => {
    expect(buildFields('tools[].type', 'x')).toEqual({ tools: [{ type: 'x' }] });
    expect(buildFields('messages[].content[].**.type', 'x')).toEqual({
      messages: [{ role: 'user', content: [{ type: 'x' }] }],
    });
  });

  it('name only models of the manifest', () => {
    const models = new Set(catalog.models.map((model) => model.id));
    const named = SAMPLE_CASES.flatMap(({ request }) =>
      [...JSON.stringify(request.body ?? {}).matchAll(/"model":"([^"]+)"/g)].map(
        ([, name]) => name,
      ),
    );
    expect(named.length).toBeGreaterThan(100);
    const isUnknown = (name = '') => !models.has(name.replace(/^(?:us\.)?anthropic\./, ''));
    expect(named.filter(isUnknown)).toEqual([]);
  });
});

describe('the samples in TypeScript', () => {
  const programs = listPrograms('typescript');
  const nameFile = ({ name }: SampleProgram): string => `${name}.ts`;
  const write = (folder: string, list: readonly SampleProgram[], first = ''): string =>
    writePrograms(folder, {
      ...Object.fromEntries(list.map((one) => [nameFile(one), makeModule(one)])),
      '0-google.ts': first,
      'document.pdf': '%PDF-1.4\n',
    });

  it('compile against the SDKs', async () => {
    const { code, output } = await typecheck(write('samples-tsc', programs, 'export {};'));
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  it.each(TRIED)('are accepted on %s, from Node', async (platform) => {
    const list = on(platform, programs);
    const google = "import '../../test/programs/google.mjs';\n";
    const folder = write(`samples-node-${platform}`, list, google);
    const files = ['0-google.ts', ...list.map(nameFile)];
    const results = await runPrograms(
      'node',
      folder,
      files,
      { '': platforms.url(platform) },
      {
        AWS_ENDPOINT_URL_BEDROCK_RUNTIME: platforms.http2.url,
      },
    );
    expect(
      results.flatMap(({ program, error }) => (error ? [`${program}: ${error}`] : [])),
    ).toEqual([]);
    expectSent(list, platforms.take(platform));
  });

  it('compile and run with Deno', async () => {
    const deno = listPrograms('deno');
    expect(deno.length).toBe(programs.length);
    const list = on(HOME, deno);
    const compiled = isFull ? deno : list;
    const folder = write('samples-deno', compiled, 'export {};');
    const checked = await checkWithDeno(folder, compiled.map(nameFile));
    expect(checked.code, checked.output).toBe(0);
    const results = await runPrograms('deno', folder, list.map(nameFile), {
      '': platforms.url(HOME),
    });
    expect(
      results.flatMap(({ program, error }) => (error ? [`${program}: ${error}`] : [])),
    ).toEqual([]);
    expectSent(list, platforms.take(HOME));
  });
});

describe('the samples for a shell', () => {
  it.each(TRIED)('are accepted on %s', async (platform) => {
    const list = on(platform, listPrograms('curl'));
    const folder = writePrograms(`samples-curl-${platform}`, { 'document.pdf': '%PDF-1.4\n' });
    const url = platforms.url(platform);
    // The function takes the place of the program that asks Google for a token.
    const script = list.map(({ code }) => {
      const local = code.replace(/^(curl (?:-X \w+ )?)(["']?)https:\/\/[^/"]+/, `$1$2${url}`);
      expect(local).not.toBe(code);
      return local.replace(/^curl /, 'curl -q -sS --max-time 10 -o /dev/null ');
    });
    const env = { PROJECT: 'p', REGION: 'global', WORKSPACE_ID: 'w', AWS_SESSION_TOKEN: 'none' };
    const text = ['gcloud() { echo none; }', ...script].join('\n');
    const { code, output } = await run('sh', ['-e'], { cwd: folder, env, stdin: `${text}\n` });
    expect(code, output).toBe(0);
    expectSent(list, platforms.take(platform));
  });
});

describe('the samples in Python', () => {
  it('call the method with the fields of the request', async () => {
    const list = listPrograms('python');
    const calls = await runPython(Object.fromEntries(list.map(({ name, code }) => [name, code])));
    for (const { name, request } of list) {
      const { call = '', arguments: given, keywords = {} } = calls[name] ?? {};
      const { betas = [], extra_body, cast_to, body, options, ...fields } = keywords;
      const isRaw = cast_to !== undefined;
      // The SDK sends the betas of some methods itself.
      if (/(?:^|\.)messages\./.test(call)) {
        expect(betas, name).toEqual(request.betas);
        expect(call.startsWith('beta.'), name).toBe(request.betas.length > 0);
      }
      if (isRaw) expect(given, name).toEqual([request.path]);
      const sent = isRaw ? body : { ...fields, ...(extra_body as object | undefined) };
      const file = request.files?.map(({ field, name: file }) => [field, file]) ?? [];
      if (request.method !== 'GET')
        expect(sent ?? {}, name).toMatchObject({
          ...(request.body as object | undefined),
          ...Object.fromEntries(file),
        });
    }
  });

  it('call boto3 with the body of InvokeModel or Converse', async () => {
    const list = listPrograms('boto3');
    const calls = await runPython(Object.fromEntries(list.map(({ name, code }) => [name, code])));
    for (const { name, request } of list) {
      const { client, call, keywords = {} } = calls[name] ?? {};
      expect(client).toBe('bedrock-runtime');
      expect([
        'converse',
        'count_tokens',
        'invoke_model',
        'invoke_model_with_response_stream',
      ]).toContain(call);
      const { input, body = input, additionalModelRequestFields = {} } = keywords;
      const { invokeModel } = (input ?? {}) as { invokeModel?: { body: string } };
      const fields =
        call === 'converse'
          ? additionalModelRequestFields
          : JSON.parse(invokeModel?.body ?? (body as string));
      expect((fields as { anthropic_beta?: string[] }).anthropic_beta ?? [], name).toEqual(
        request.betas,
      );
    }
  });
});

describe('the languages', () => {
  it('have a form for each sample, but for those that are listed', () => {
    const missing = CODE_LANGUAGES.flatMap((language) => {
      const written = new Set(listPrograms(language).map(({ request }) => request));
      return SAMPLE_CASES.filter(({ request }) => !written.has(request)).map(
        ({ request, platform }) => `${language}: ${request.method} ${request.path} ${platform}`,
      );
    });
    const count = (pattern: RegExp): number => missing.filter((one) => pattern.test(one)).length;
    const rest = missing.filter((one) => !EXCEPTIONS.some((pattern) => pattern.test(one)));
    expect(rest).toEqual([]);
    for (const pattern of EXCEPTIONS) expect(count(pattern), pattern.source).toBeGreaterThan(0);
  });
});

/** The samples that a language has no good form for. */
const EXCEPTIONS: readonly RegExp[] = [
  // The standard clients of Go and Java have no short form for a form with files.
  /^(?:go|java): POST \/v1\/files /,
  // boto3 is the client of Bedrock alone.
  /^boto3: .* (?!bedrock$|bedrock-converse$)[\w-]+$/,
  // The Anthropic client of Python does not speak Converse.
  /^python: .* bedrock-converse$/,
  // Bedrock counts tokens of a body in base64, which only boto3 writes by itself.
  /^(?!boto3)\w+: POST \/v1\/messages\/count_tokens bedrock$/,
  // Converse has forms of its own for images, documents and cache points.
  /^\w+: POST \/v1\/messages bedrock-converse$/,
];

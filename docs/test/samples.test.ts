/**
 * Compiles every sample of every beta page, runs it with Node, Deno and curl against the stand-in
 * API, and plans it with the engine.
 */
import { fileURLToPath } from 'node:url';
import { VERSION as SDK } from '@anthropic-ai/sdk/version';
import { parseBetas, plan } from '@beta-headers/node';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { catalog, getBeta } from '../src/lib/catalog.ts';
import { EXAMPLE_FIELDS, findExample, makePathValue } from '../src/lib/example-values.ts';
import { hasGap, writeSample } from '../src/lib/sample-text.ts';
import { makeSampleRequest, type SampleRequest } from '../src/lib/samples.ts';
import {
  checkWithDeno,
  type ProgramResult,
  run,
  runPrograms,
  type Server,
  startServer,
  typecheck,
  writePrograms,
} from './programs/programs.ts';

// Compilers and runtimes may start slowly.

const requests = catalog.betas.flatMap((one) => makeSampleRequest(one) ?? []);
/** The samples of betas that the installed SDK knows. Others are checked with the next SDK. */
const known = requests.filter((request) => isKnown(getBeta(request.beta).sdk.since.typescript));
const whole = known.filter((request) => !hasGap(request));
const nameFile = (request: SampleRequest, runtime: string): string =>
  `${runtime}/${request.beta}.ts`;
const getPath = (request: SampleRequest): string =>
  request.kind === 'message'
    ? `/v1/messages${request.countTokens ? '/count_tokens' : ''}`
    : request.path.replace(/\{(\w+)\}/g, (_, name: string) => makePathValue(name));
const getMethod = (request: SampleRequest): string =>
  request.kind === 'message' ? 'POST' : request.method;
const getBody = (request: SampleRequest) =>
  request.kind === 'message' ? request.fields : request.body;

let folder: string;
let server: Server;

beforeAll(async () => {
  folder = writePrograms(
    'samples',
    Object.fromEntries(
      known.flatMap((request) =>
        (['node', 'deno'] as const).map((runtime) => [
          nameFile(request, runtime),
          module(writeSample(request, runtime)),
        ]),
      ),
    ),
  );
  server = await startServer('claude-api');
});
afterAll(() => server.close());

describe('the samples', () => {
  it('exist for most betas in use, and have no gap', () => {
    expect(whole.length).toBeGreaterThan(35);
    // Fill a gap in src/lib/example-values.ts, with a value that the SDK's types allow.
    expect(known.filter(hasGap).map((request) => request.beta)).toEqual([]);
  });

  it('use every entry of the table of example values', () => {
    const used = catalog.betas.flatMap((one) =>
      one.requires.flatMap((rule) => findExample(rule)?.key ?? []),
    );
    expect(Object.keys(EXAMPLE_FIELDS).filter((key) => !used.includes(key))).toEqual([]);
  });

  it('name only models of the manifest', () => {
    const models = new Set(catalog.models.map((model) => model.id));
    const named = requests.flatMap((request) =>
      [...writeSample(request, 'curl').matchAll(/"model": "([^"]+)"/g)].map(
        ([, model]) => model as string,
      ),
    );
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((model) => !models.has(model))).toEqual([]);
  });

  it('need their beta and no other according to the engine', () => {
    for (const request of whole) {
      const url = `https://api.anthropic.com${getPath(request)}`;
      const given = { method: getMethod(request), url, body: getBody(request) };
      const version = { 'anthropic-version': request.version };
      expect(
        plan({ ...given, headers: { ...version, 'anthropic-beta': request.beta } }).betas,
        request.beta,
      ).toEqual([request.beta]);
      const { chosenFor, requires, stage } = getBeta(request.beta);
      // A header that selects a response shape is never needed.
      if (
        stage === 'legacy-shape' ||
        !requires.some((rule) => !rule.platform || rule.platform.includes('claude-api'))
      )
        continue;
      const added = plan({ ...given, headers: version }).betas;
      expect(added.length, request.beta).toBe(1);
      // If one of two betas is enough, the engine may add the other.
      if (!requires.some((rule) => rule.choice) && chosenFor.length === 0)
        expect(added, request.beta).toEqual([request.beta]);
    }
  });

  it('compile against the SDK', async () => {
    // Deno checks its samples with a compiler of its own.
    const nodeOnly = writePrograms(
      'samples-tsc',
      Object.fromEntries(
        known.map((request) => [nameFile(request, 'node'), module(writeSample(request, 'node'))]),
      ),
    );
    const { code, output } = await typecheck(nodeOnly);
    expect(output).toBe('');
    expect(code).toBe(0);
  });

  it('run on Node, each with one request that the API accepts', async () => {
    const files = whole.map((request) => nameFile(request, 'node'));
    judge(await runPrograms('node', folder, files, { 'api.anthropic.com': server.url }));
  });

  it('compile and run with Deno', async () => {
    const files = whole.map((request) => nameFile(request, 'deno'));
    const { code, output } = await checkWithDeno(folder, files);
    expect(code, output).toBe(0);
    judge(await runPrograms('deno', folder, files, { 'api.anthropic.com': server.url }));
  });

  it('are Python with the same request', async () => {
    const sources = Object.fromEntries(
      requests.map((request) => [request.beta, writeSample(request, 'python')]),
    );
    const reader = fileURLToPath(new URL('./programs/read_python.py', import.meta.url));
    const { code, output, stdout } = await run('python3', [reader], {
      stdin: JSON.stringify(sources),
    });
    expect(code, output).toBe(0);
    const read = JSON.parse(stdout) as Record<
      string,
      { call: string; arguments: unknown[]; keywords: Record<string, unknown> }
    >;
    for (const request of requests.filter((one) => !hasGap(one))) {
      const found = read[request.beta];
      if (request.kind === 'message') {
        expect(found?.call).toBe(
          `client.beta.messages.${request.countTokens ? 'count_tokens' : 'create'}`,
        );
        expect(found?.keywords, request.beta).toEqual({ ...request.fields, betas: [request.beta] });
      } else {
        expect(found?.call).toBe(`client.${request.method.toLowerCase()}`);
        expect(found?.arguments, request.beta).toEqual([getPath(request)]);
        const body = request.body && { body: request.body };
        expect(found?.keywords, request.beta).toEqual({
          cast_to: null,
          ...body,
          options: { headers: { 'anthropic-beta': request.beta } },
        });
      }
    }
  });

  it('run as curl commands', async () => {
    for (const request of requests.filter((one) => !hasGap(one))) {
      const text = writeSample(request, 'curl');
      expect(text.match(/https:\/\/api\.anthropic\.com\//g), request.beta).toHaveLength(1);
      const local = text
        .replace('https://api.anthropic.com', server.url)
        .replace(/^curl /, 'curl -q -sS --max-time 10 -w "\\n%{http_code}" ');
      const before = server.requests.length;
      const { code, output } = await run('sh', ['-c', local]);
      expect(code, `${text}\n${output}`).toBe(0);
      expect(output.split('\n').at(-1), `${text}\n${output}`).toBe('200');
      await expect.poll(() => server.requests.length).toBe(before + 1);
      expect(server.requests.at(-1)).toMatchObject({
        method: getMethod(request),
        path: getPath(request),
        betas: [request.beta],
      });
    }
  });
});

/** Makes a sample a module, so that its declarations are local. */
const module = (text: string): string => `${text}\nexport {};\n`;

function judge(results: readonly ProgramResult[]): void {
  expect(results.flatMap(({ program, error }) => (error ? [`${program}: ${error}`] : []))).toEqual(
    [],
  );
  expect(
    results.map(({ requests: sent }) =>
      sent.map((one) => ({ ...one, betas: parseBetas(one.betas) })),
    ),
  ).toEqual(
    whole.map((request) => [
      { method: getMethod(request), path: getPath(request), betas: [request.beta], status: 200 },
    ]),
  );
}

/** Reports whether the installed SDK is at least the one that first had the beta. */
function isKnown(since: string | undefined): boolean {
  const [have, need] = [SDK, since ?? '0'].map((version) => version.split('.').map(Number)) as [
    number[],
    number[],
  ];
  const index = have.findIndex((part, at) => part !== (need[at] ?? 0));
  return index < 0 || (have[index] as number) > (need[index] ?? 0);
}

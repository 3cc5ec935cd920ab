/** Hostile texts in every place of a request: the programs, run, send exactly these texts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CodeLanguage, writeCode } from '../src/lib/code/index.ts';
import {
  expectArrived,
  HOSTILE_REQUESTS,
  HOSTILE_TEXTS,
  makeHostileMessage,
  readPath,
} from './programs/hostile.ts';
import { checkWithDeno, run, runPrograms, writePrograms } from './programs/programs.ts';
import { runPython } from './programs/python.ts';
import { type Recorder, startRecorder } from './programs/recorder.ts';

const write = (language: CodeLanguage): string[] =>
  HOSTILE_REQUESTS.map((request) => {
    const code = writeCode(request, language);
    if (code === undefined) throw new Error(`no ${language} for ${JSON.stringify(request)}`);
    return code;
  });

let recorder: Recorder;
beforeAll(async () => {
  recorder = await startRecorder();
});
afterAll(() => recorder.close());

describe('hostile texts', () => {
  it('are many', () => expect(new Set(HOSTILE_TEXTS).size).toBeGreaterThan(90));

  it.each(['typescript', 'deno'] as const)('arrive unchanged from %s', async (language) => {
    const codes = write(language);
    const files = codes.map((_, i) => `${i}.ts`);
    const folder = writePrograms(
      `hostile-${language}`,
      Object.fromEntries(codes.map((code, i) => [`${i}.ts`, `${code}\nexport {};\n`])),
    );
    // Writes the configuration as well, which the runner needs. Types know no hostile fields.
    if (language === 'deno') expect((await checkWithDeno(folder, files.slice(-60))).code).toBe(0);
    const runtime = language === 'deno' ? 'deno' : 'node';
    const results = await runPrograms(runtime, folder, files, { '': recorder.url });
    expect(
      results.flatMap(({ program, error }) => (error ? [`${program}: ${error}`] : [])),
    ).toEqual([]);
    expectArrived(recorder.take());
  });

  it('arrive unchanged from a shell', async () => {
    const commands = write('curl').map((code) => {
      const local = code.replace(
        /^curl ('?)https:\/\/api\.anthropic\.com/,
        `curl $1${recorder.url}`,
      );
      expect(local).not.toBe(code);
      return local.replace(/^curl /, 'curl -q -sS --max-time 10 -o /dev/null ');
    });
    for (const shell of process.env['TEST_TIER'] === 'full' ? ['sh', 'bash'] : ['sh']) {
      const { code, output } = await run(shell, ['-e'], { stdin: `${commands.join('\n')}\n` });
      expect(code, output).toBe(0);
      expectArrived(recorder.take());
    }
  });

  it('arrive unchanged from Python', async () => {
    const codes = write('python');
    const calls = await runPython(Object.fromEntries(codes.entries()));
    for (const [i, { body, path }] of HOSTILE_REQUESTS.entries()) {
      const { call, arguments: given, keywords } = calls[i] ?? {};
      if (body === undefined) {
        expect(call).toBe('get');
        expect(readPath(given?.[0] as string)).toBe(readPath(path));
      } else {
        const { betas, ...fields } = keywords ?? {};
        expect(fields).toEqual(body);
        expect(betas).toEqual(['mcp-client-2025-11-20']);
      }
    }
  });

  it('arrive unchanged from boto3', async () => {
    const requests = HOSTILE_TEXTS.map((text) => ({
      ...makeHostileMessage(text),
      platform: 'bedrock' as const,
    }));
    const codes = requests.map((request) => writeCode(request, 'boto3') ?? '');
    const calls = await runPython(Object.fromEntries(codes.entries()));
    for (const [i, { body }] of requests.entries()) {
      const { model, ...fields } = body as Record<string, unknown>;
      const { modelId, body: sent } = calls[i]?.keywords ?? {};
      expect(modelId).toBe(model);
      expect(JSON.parse(sent as string)).toEqual({
        anthropic_version: 'bedrock-2023-05-31',
        anthropic_beta: ['mcp-client-2025-11-20'],
        ...fields,
      });
    }
  });
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extendCatalog, plan } from '@beta-headers/core';
import { createFakeApi, type FakeApi, type FakeApiOptions, fault } from '@beta-headers/fake-api';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parse } from 'yaml';
import { cleanMessage } from '../src/probe/judge.ts';
import { writeRequest } from '../src/probe/send.ts';
import { ProbeOutput } from '../src/schema/probe.ts';
import { type Called, type CallOptions, callMain } from './support/call-main.ts';
import { makeFolder } from './support/temporary.ts';

const KEY = 'sk-ant-api03-do-not-show-this';
const KNOWN = 'mcp-client-2025-11-20';
const UNKNOWN = 'fast-mode-2026-02-01';

/** Serves a test double, until the test ends. */
async function serve(options: FakeApiOptions = {}): Promise<{ api: FakeApi; url: string }> {
  const api = createFakeApi({ today: '2026-11-30', ...options });
  const server = await api.listen();
  onTestFinished(() => server.close());
  return { api, url: server.url };
}

const probe = (url: string, args: readonly string[], options: CallOptions = {}): Promise<Called> =>
  callMain(['probe', '--platform', 'claude-api', '--model', 'claude-opus-5-5', ...args], {
    ...options,
    env: { ANTHROPIC_BASE_URL: url, ANTHROPIC_API_KEY: KEY, ...options.env },
  });

const readResult = ({ stdout, stderr }: Called): ProbeOutput => {
  expect(stdout, stderr).not.toBe('');
  return ProbeOutput.parse(JSON.parse(stdout));
};

describe('probe', () => {
  it('prints what the platform accepts and rejects', async () => {
    const { api, url } = await serve({ rejects: [UNKNOWN] });
    const called = await probe(url, ['--beta', `${KNOWN},${UNKNOWN}`, '--yes']);
    expect(called.code, called.stderr).toBe(1);
    expect(called.stdout).toMatch(new RegExp(`^${KNOWN} +accepted +200 `, 'm'));
    expect(called.stdout).toMatch(new RegExp(`^${UNKNOWN} +rejected +400 +unsupported `, 'm'));
    expect(api.requests.map(({ path }) => path)).toEqual(
      Array(3).fill('/v1/messages/count_tokens'),
    );
    expect(called.stderr).toContain('Sends 3 requests to claude-api with claude-opus-5-5, of');
    expect(called.stderr).toContain('3 count tokens, which is free');
    expect(called.stderr).toContain(`[3/3] ${UNKNOWN}: rejected`);
  });

  it('sends the smallest request that uses a feature, with what it needs', async () => {
    const { api, url } = await serve();
    const args = ['--feature', 'fast-mode,mcp-client', '--yes', '--json', '--messages'];
    const { results } = readResult(await probe(url, args));
    expect(results.map(({ name, answer }) => [name, answer])).toEqual([
      ['fast-mode', 'accepted'],
      ['mcp-client', 'accepted'],
    ]);
    const sent = api.requests.map(({ betaHeader, bodyKeys }) => [betaHeader, bodyKeys.length]);
    expect(sent[0]).toEqual([undefined, 3]);
    // With this model, fast mode needs no header.
    expect(sent.map(([header]) => header).slice(1)).toEqual([undefined, KNOWN]);
    for (const [, count] of sent) expect(count).toBeLessThan(7);
  });

  it('probes everything that is not known on the platform, up to --max', async () => {
    const { url } = await serve({ platform: 'bedrock' });
    const called = await callMain(
      ['probe', '--platform', 'bedrock', '--model', 'us.anthropic.claude-opus-5-5', '--yes'].concat(
        ['--max', '5', '--json'],
      ),
      { env: { ANTHROPIC_BEDROCK_BASE_URL: url, AWS_BEARER_TOKEN_BEDROCK: 'ABSKtest' } },
    );
    expect(readResult(called).results).toHaveLength(5);
    expect(called.stderr).toMatch(/\d+ more are left out by --max 5/);
    expect(called.stderr).toContain('6 are messages, which are billed');
  });

  it('writes requests in the form of each platform', async () => {
    const prefix = '/v1/projects/p/locations/l';
    const bases = { bedrock: '', vertex: prefix, 'claude-api': '', 'bedrock-mantle': '/anthropic' };
    for (const [platform, base] of Object.entries(bases) as [keyof typeof bases, string][]) {
      const api = createFakeApi({ platform, record: 'body', today: '2026-11-30' });
      const betas = ['interleaved-thinking-2025-05-14'];
      const prompt = { messages: [{ role: 'user', content: '.' }] };
      const sent = { kind: 'beta', name: 'x', betas } as const;
      for (const path of ['/v1/messages', '/v1/messages/count_tokens']) {
        if (platform === 'bedrock' && path !== '/v1/messages') continue;
        const params = path === '/v1/messages' ? { max_tokens: 1, ...prompt } : prompt;
        const request = writeRequest({ ...sent, params, path }, platform, 'claude-opus-5-5');
        const headers = { ...request.headers, authorization: 'Bearer x' };
        const init = { method: 'POST', headers, body: request.body };
        const { status } = await api.fetch(`http://api.invalid${base}${request.path}`, init);
        expect(status, `${platform} ${path}`).toBe(200);
      }
      expect(api.requests.map((one) => one.betas)).toEqual(api.requests.map(() => betas));
    }
  });

  it('writes an overlay that the engine takes, and evidence without any key', async () => {
    const { url } = await serve({ rejects: [UNKNOWN] });
    const folder = makeFolder();
    const overlay = join(folder, 'overlay.yaml');
    const evidence = join(folder, 'evidence.yaml');
    const args = ['--beta', `${KNOWN},${UNKNOWN}`, '--yes', '--messages'];
    const called = await probe(url, [...args, '--overlay', overlay, '--evidence', evidence]);
    const written = [overlay, evidence].map((file) => readFileSync(file, 'utf8'));
    const catalog = extendCatalog(parse(written[0] ?? ''));
    const headers = { 'anthropic-beta': `${KNOWN},${UNKNOWN}` };
    const body = { model: 'claude-opus-5-5' };
    const request = { method: 'POST', url: '/v1/messages', headers, body };
    expect(plan(request, { platform: 'claude-api', catalog }).betas).toEqual([KNOWN]);
    expect(parse(written[1] ?? '')).toMatchObject({
      probe: { platform: 'claude-api', model: 'claude-opus-5-5' },
      results: [
        { name: KNOWN, answer: 'accepted', status: 200, endpoint: 'POST /v1/messages' },
        { name: UNKNOWN, answer: 'rejected', status: 400, class: 'unsupported' },
      ],
    });
    expect([...written, called.stdout, called.stderr].join()).not.toContain('sk-ant');
  });

  it('waits and repeats after 429, and goes on', async () => {
    const { api, url } = await serve({ faults: [fault(429, { retryAfter: 0, times: 2 })] });
    const called = await probe(url, ['--beta', KNOWN, '--yes', '--json']);
    expect(readResult(called)).toMatchObject({ requests: 4, results: [{ answer: 'accepted' }] });
    expect(called.stderr).toContain('busy, waiting 0 s');
    expect(api.requests).toHaveLength(4);
  });

  it('stops at 401, and keeps what it has learned', async () => {
    const { api, url } = await serve();
    api.fault(401, { when: ({ betas }) => betas.includes(UNKNOWN) });
    const args = ['--beta', `${KNOWN},${UNKNOWN},files-api-2025-04-14`, '--yes', '--json'];
    const called = await probe(url, args);
    expect(called.code).toBe(2);
    expect(readResult(called)).toMatchObject({ results: [{ name: KNOWN }], requests: 3 });
    expect(called.stderr).toContain('the credential is not accepted any more');
  });

  it('learns nothing from a request that fails for another reason', async () => {
    const { api, url } = await serve({ notEnrolled: [UNKNOWN] });
    api.fault(400, { when: ({ betas }) => betas.includes(KNOWN) });
    const called = await probe(url, ['--beta', `${KNOWN},${UNKNOWN}`, '--yes', '--json']);
    const { results } = readResult(called);
    expect(results.map(({ answer, class: kind }) => [answer, kind])).toEqual([
      ['unclear', 'invalid_request_error'],
      ['unclear', 'not-enrolled'],
    ]);
    expect(called.code).toBe(0);
  });

  it('stops if the request without any beta fails', async () => {
    const { api, url } = await serve({ faults: [fault(404)] });
    const called = await probe(url, ['--beta', KNOWN, '--yes']);
    expect([called.code, called.stdout]).toEqual([2, '']);
    expect(called.stderr).toMatch(/the request without any beta fails, 404 .*check the name of/);
    expect(api.requests).toHaveLength(1);
  });

  it('reports a platform that cannot be reached', async () => {
    const called = await probe('http://127.0.0.1:9', ['--beta', KNOWN, '--yes']);
    expect(called.code).toBe(2);
    expect(called.stderr).toContain('the platform was not reached (upstream_unreachable)');
  });

  it('asks on a terminal, and sends nothing without a yes', async () => {
    const { api, url } = await serve();
    const args = ['--beta', KNOWN];
    for (const answer of ['n\n', '\n', '']) {
      const called = await probe(url, args, { stdinIsTTY: true, stdin: answer });
      expect([called.code, called.stdout]).toEqual([2, '']);
      expect(called.stderr).toContain('Send them? [y/N]');
    }
    expect((await probe(url, args)).stderr).toContain('nothing was sent; add --yes');
    expect(api.requests).toEqual([]);
    expect((await probe(url, args, { stdinIsTTY: true, stdin: 'y\n' })).code).toBe(0);
    expect(api.requests).toHaveLength(2);
  });

  it('refuses wrong arguments before anything is sent', async () => {
    const { api, url } = await serve();
    const folder = makeFolder();
    const file = join(folder, 'overlay.yaml');
    const cases: readonly (readonly [readonly string[], string])[] = [
      [['--feature', 'fast-mod'], 'did you mean fast-mode?'],
      [['--feature', 'managed-agents'], 'nothing to probe: managed-agents:'],
      [['--beta', 'a b'], 'a header cannot carry "a b"'],
      [['--max', '0'], 'Give a number from 1 to 9999.'],
      [['--model', 'a b'], 'Give the id of a model'],
      [['--overlay', folder], 'exists; choose another name'],
      [['--beta', KNOWN, '--overlay', join(folder, 'no', 'a')], 'there is no folder'],
      [
        ['--beta', KNOWN, '--overlay', file, '--evidence', join(folder, '.', 'overlay.yaml')],
        'write two files',
      ],
    ];
    for (const [args, message] of cases) {
      const called = await probe(url, ['--yes', ...args]);
      expect(called.code, args.join(' ')).toBe(2);
      expect(called.stderr, args.join(' ')).toContain(message);
    }
    const noKey = await probe(url, ['--beta', KNOWN], { env: { ANTHROPIC_API_KEY: '' } });
    expect(noKey.stderr).toContain('ANTHROPIC_API_KEY is not set');
    expect(api.requests).toEqual([]);
    expect(existsSync(file)).toBe(false);
  });

  it('removes ids and keys from messages', () => {
    const message =
      'sk-ant-api03-abc Bearer x.y arn:aws:bedrock:us-east-1:123456789012:x project my-app ' +
      'projects/my-app req_011Ab org 0a1b2c3d-0000-4000-8000-0123456789ab 123456789012 a@b.co ' +
      'acme.services.ai.azure.com for mcp-client-2025-11-20';
    expect(cleanMessage(message)).toBe(
      '[key] [key] [arn] project [project] projects/[project] [id] org [id] [number] [address] ' +
        '[resource] for mcp-client-2025-11-20',
    );
  });
});

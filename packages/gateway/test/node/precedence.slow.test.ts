/**
 * A request with many faults gets the error of the first one in the list of the README. Each step
 * corrects one fault.
 */
import { afterEach, expect, it } from 'vitest';
import { serveGateway } from '../../src/node/serve.ts';
import type { Upstream } from '../../src/types.ts';
import { parseResponses, sendRaw } from './support/raw.ts';
import { findFreePort } from './support/redis.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

const BODY_LIMIT = 10_000;
const MESSAGE = '{"model":"claude-opus-5","max_tokens":5,"messages":[]}';
const JSON_TYPE = 'content-type: application/json';
const VERSION = 'anthropic-version: 2023-06-01';

/** A request as text, in parts that a step can correct. */
interface Raw {
  readonly method: string;
  readonly target: string;
  readonly host: string;
  readonly lines: readonly string[];
  readonly body: string;
}

/** The expected answer, and the correction of its cause. */
type Step = readonly [status: number, message: RegExp, correction: Partial<Raw>];

const write = ({ method, target, host, lines, body }: Raw): string =>
  [
    `${method} ${target} HTTP/1.1`,
    `host: ${host}`,
    ...lines,
    `content-length: ${body.length}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');

async function expectSteps(upstream: Upstream, start: Raw, steps: readonly Step[]): Promise<void> {
  const server = await serveGateway({
    gateway: {
      upstreams: [upstream],
      policy: { unknownBeta: 'refuse' },
      maxBodyBytes: BODY_LIMIT,
    },
    port: 0,
    basePath: '/base',
    limits: { headerBytes: 8_192, targetBytes: 200, headers: 12 },
  });
  open.push(() => server.close());
  let request = start;
  for (const [status, message, correction] of steps) {
    const [response] = parseResponses(await sendRaw(server.port, write(request)));
    const { error } = JSON.parse(response?.body ?? '{}') as { error?: { message: string } };
    expect([response?.status, error?.message]).toEqual([status, expect.stringMatching(message)]);
    request = { ...request, ...correction };
  }
}

const BETA = 'anthropic-beta: made-up-2025-01-01';
const SIGNED = 'authorization: AWS4-HMAC-SHA256 Credential=AKIAX/a/b/bedrock/aws4_request';
const ENCODED = 'content-encoding: gzip';
const CROSS = 'sec-fetch-site: cross-site';
const MANY = Array.from({ length: 12 }, (_, index) => `x-${index}: 1`);
const GOOD = '/base/v1/messages';

it('reports the faults of a request in the documented order', async () => {
  const upstream: Upstream = {
    name: 'api',
    platform: 'claude-api',
    url: `http://127.0.0.1:${await findFreePort()}`,
    auth: { mode: 'passthrough' },
  };
  const rest = [JSON_TYPE, VERSION, SIGNED, BETA];
  const many = [...rest, ENCODED, CROSS, ...MANY];
  const start: Raw = {
    method: 'TRACE',
    target: '/v1/../model/claude-opus-5/invoke',
    host: 'other.example',
    lines: [...many, `x-long: ${'x'.repeat(9_000)}`],
    body: '{'.repeat(BODY_LIMIT + 1),
  };
  await expectSteps(upstream, start, [
    [431, /headers .* too large/, { lines: many, target: `/../${'a'.repeat(300)}` }],
    [414, /URL .* too long/, { target: '/v1/../model/claude-opus-5/invoke' }],
    [400, /segment of dots/, { target: '/model/claude-opus-5/invoke' }],
    [431, /more than 12 headers/, { lines: [...rest, ENCODED, CROSS] }],
    [403, /Host/, { host: 'localhost' }],
    [403, /other sites/, { lines: [...rest, ENCODED] }],
    [405, /method TRACE/, { method: 'POST' }],
    [404, /./, { target: '/base/model/claude-opus-5/invoke' }],
    [415, /compressed/, { lines: rest }],
    [413, /larger than 10000 bytes/, { body: '{' }],
    [404, /no upstream takes/, { target: GOOD }],
    [401, /signed for another host/, { lines: [JSON_TYPE, VERSION, BETA] }],
    [400, /JSON/, { body: MESSAGE }],
    [400, /capability_rejected: beta_header:made-up-2025-01-01/, { lines: [JSON_TYPE, VERSION] }],
    [502, /ECONNREFUSED/, {}],
  ]);
});

it('reports the faults of a converted request in the documented order', async () => {
  const port = await findFreePort();
  let hasCredential = false;
  const upstream: Upstream = {
    name: 'bedrock',
    platform: 'bedrock',
    url: `http://127.0.0.1:${port}`,
    auth: {
      mode: 'sign',
      async sign() {
        if (!hasCredential) throw new Error('expired');
        return { authorization: 'signed' };
      },
    },
  };
  const start: Raw = {
    method: 'POST',
    target: GOOD,
    host: 'localhost',
    lines: [JSON_TYPE, VERSION, BETA],
    body: '{',
  };
  const nameless = MESSAGE.replace('claude-opus-5', '..');
  await expectSteps(upstream, start, [
    [400, /JSON/, { body: nameless }],
    [400, /capability_rejected: beta_header:made-up-2025-01-01/, { lines: [JSON_TYPE, VERSION] }],
    [400, /cannot be the name of a model/, { body: MESSAGE }],
    [502, /no credential for upstream bedrock/, {}],
  ]);
  hasCredential = true;
  await expectSteps(upstream, { ...start, lines: [JSON_TYPE], body: MESSAGE }, [
    [502, /ECONNREFUSED/, {}],
  ]);
});

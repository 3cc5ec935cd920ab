import { describe, expect, it } from 'vitest';
import { classifyBetaError } from '../../src/errors/index.ts';
import { BetaPolicyError, betaFetch, betaMiddleware, plan } from '../../src/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';
import { COMPACT, COMPACTION, createRecorder, MESSAGES, post } from '../support/recorder.ts';

const SECRET = 'the planted prompt';
const MCP = {
  model: 'claude-opus-5-5',
  max_tokens: 8,
  messages: [{ role: 'user', content: SECRET }],
  mcp_servers: [{ type: 'url', name: 'docs', url: 'https://mcp.test' }],
};
const HOSTS = ['llm.example.com'];
const OTHER = 'https://llm.example.com/v1/messages';
const refuse = (body: unknown = MCP, fetch = createRecorder().fetch): Promise<Response> =>
  betaFetch({ fetch, hosts: HOSTS, platform: 'vertex', logger: false })(OTHER, post(body));

describe('a refusal of betaFetch', () => {
  it('is a 400 in the form of the API, and nothing is sent', async () => {
    const api = createRecorder();
    const response = await refuse(MCP, api.fetch);
    expect(api.received).toEqual([]);
    expect(response.status).toBe(400);
    expect(Object.fromEntries(response.headers)).toEqual({
      'content-type': 'application/json',
      'x-should-retry': 'false',
      'x-beta-headers': 'refused',
    });
    expect(await response.json()).toMatchObject({
      type: 'error',
      error: { type: 'invalid_request_error', message: expect.stringContaining('mcp-client') },
      request_id: null,
    });
  });

  it('names the platform, the place and the option to set', async () => {
    const { error } = (await (await refuse()).json()) as { error: { message: string } };
    expect(error.message).toMatch(/the request was not sent\nvertex/);
    expect(error.message).toMatch(/mcp-client: refused.*\/mcp_servers/);
    expect(error.message).toMatch(
      /policy\.unavailable to 'strip' \(takes the feature out of the body\) or 'send'/,
    );
    expect(error.message).not.toContain(SECRET);
  });

  it('is not classified as an error of the API', async () => {
    const response = await refuse();
    expect(await classifyBetaError(response)).toBeUndefined();
    const thrown = Object.assign(new Error(await response.text()), { status: 400 });
    const { headers } = response;
    expect(classifyBetaError({ ...thrown, message: thrown.message, headers })).toBeUndefined();
    const responseHeaders = Object.fromEntries(headers);
    expect(
      classifyBetaError({ message: thrown.message, statusCode: 400, responseHeaders }),
    ).toBeUndefined();
  });

  it('is no error of the API either if a middleware or a stream of the SDK throws it', () => {
    const request = { method: 'POST', url: '/v1/messages', body: MCP };
    const error = new BetaPolicyError(plan(request, { platform: 'vertex' }));
    expect(classifyBetaError(error)).toBeUndefined();
    const wrapped = Object.assign(new Error(error.message), { cause: error });
    expect(classifyBetaError(wrapped)).toBeUndefined();
  });

  it('teaches nothing to a recovery around it', async () => {
    const message = `Unexpected value(s) \`${COMPACT}\` for the \`anthropic-beta\` header`;
    let refuses = true;
    const inner = async (): Promise<Response> =>
      refuses
        ? Response.json(
            { error: { message } },
            { status: 400, headers: { 'x-beta-headers': 'refused' } },
          )
        : Response.json({});
    const send = betaFetch({ fetch: inner, recover: betaRecovery(), logger: false });
    expect((await send(MESSAGES, post(COMPACTION))).status).toBe(400);
    refuses = false;
    expect((await send(MESSAGES, post(COMPACTION))).status).toBe(200);
  });

  it('leaves every other rejection as it is', async () => {
    const lost = new TypeError('fetch failed');
    const fetch = (): Promise<Response> => Promise.reject(lost);
    await expect(betaFetch({ fetch })(MESSAGES, post(COMPACTION))).rejects.toBe(lost);
  });
});

describe('a refusal of the middleware', () => {
  const run = (): Promise<Response> =>
    betaMiddleware({ platform: 'vertex', logger: false })(
      { url: OTHER, ...post(MCP), headers: new Headers() },
      async () => Response.json({}),
    );

  it('is a BetaPolicyError with its facts, and without the body in what is logged', async () => {
    const error = (await run().catch((e: unknown) => e)) as BetaPolicyError;
    expect(error).toBeInstanceOf(BetaPolicyError);
    expect(error).toMatchObject({ code: 'BETA_POLICY', platform: 'vertex' });
    expect(error.decisions).toMatchObject([{ feature: 'mcp-client', action: 'refused' }]);
    const logged = JSON.stringify(error);
    expect(JSON.parse(logged)).toMatchObject({ name: 'BetaPolicyError', code: 'BETA_POLICY' });
    expect(logged).not.toContain(SECRET);
    expect(Object.keys(error)).not.toContain('plan');
  });
});

describe('the message of a BetaPolicyError says what to set', () => {
  it.each([
    ['missing', COMPACTION, { policy: { missing: 'refuse' } }, /set policy\.missing to 'add'/],
    [
      'unavailable',
      MCP,
      { platform: 'vertex' },
      /set policy\.unavailable to 'strip' .*'send' \(sends it anyway\)/,
    ],
    [
      'an unknown beta',
      { ...COMPACTION, betas: ['x-2027-01-01'] },
      { policy: { unknownBeta: 'refuse' } },
      /set policy\.unknownBeta to 'drop' \(leaves it out\) or 'send'/,
    ],
    [
      'a misplaced list',
      { ...COMPACTION, betas: [COMPACT] },
      { mode: 'strict' },
      /The mode 'repair' corrects it/,
    ],
  ] as const)('for %s', (_, body, options, message) => {
    const url = '/v1/messages';
    const planned = plan({ method: 'POST', url, body }, { platform: 'claude-api', ...options });
    expect(new BetaPolicyError(planned).message).toMatch(message);
  });

  it('for a platform that the host contradicts', () => {
    const planned = plan({ method: 'POST', url: MESSAGES, body: {} }, { platform: 'vertex' });
    expect(new BetaPolicyError(planned).message).toMatch(/option platform.*'auto'/);
  });
});

describe('a request that is signed with SigV4', () => {
  const BEDROCK =
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/anthropic.claude-opus-5-v1%3A0/invoke';
  const signature = {
    authorization:
      'AWS4-HMAC-SHA256 Credential=AKIA/20261130/us-east-1/bedrock/aws4_request, …'.replace(
        '…',
        'SignedHeaders=host, Signature=00',
      ),
  };
  const plain = { anthropic_version: 'bedrock-2023-05-31', max_tokens: 8, messages: [] };
  const needy = {
    ...plain,
    tools: [{ name: 'a', input_schema: { type: 'object' }, defer_loading: true }],
  };

  it('goes through when nothing has to change', async () => {
    const api = createRecorder();
    const init = post(plain, signature);
    expect((await betaFetch({ fetch: api.fetch })(BEDROCK, init)).status).toBe(200);
    expect(api.calls).toEqual([[BEDROCK, init]]);
  });

  it('goes through when only the header would change, which Bedrock does not read', async () => {
    const api = createRecorder();
    const beta = 'tool-search-tool-2025-10-19';
    const init = post(
      { ...needy, anthropic_beta: [beta] },
      { ...signature, 'anthropic-beta': beta },
    );
    expect((await betaFetch({ fetch: api.fetch })(BEDROCK, init)).status).toBe(200);
    expect(api.calls).toEqual([[BEDROCK, init]]);
  });

  it.each([
    ['in a header', BEDROCK, signature],
    ['in the query', `${BEDROCK}?X-Amz-Signature=00`, {}],
  ])('%s, is refused if it has to change, with the fix', async (_, url, headers) => {
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, recover: betaRecovery(), logger: false });
    const response = await send(url, post(needy, headers as Record<string, string>));
    expect([response.status, api.received.length]).toEqual([400, 0]);
    const { error } = (await response.json()) as { error: { message: string } };
    expect(error.message).toMatch(/signed already \(AWS SigV4\)/);
    expect(error.message).toMatch(/tool-search-tool-2025-10-19: added/);
    expect(error.message).toMatch(/betaMiddleware\(\)/);
  });

  it('is a BetaPolicyError of its own code in the middleware of SDK 0.101', async () => {
    const headers = new Headers(signature);
    const request = { url: BEDROCK, ...post(needy), headers };
    const sent = betaMiddleware({ logger: false })(request, async () => Response.json({}));
    await expect(sent).rejects.toMatchObject({ code: 'BETA_SIGNED', platform: 'bedrock' });
  });

  it('is not sent again by a recovery, which cannot change it', async () => {
    const api = createRecorder(() =>
      Response.json({ message: 'invalid beta flag' }, { status: 400 }),
    );
    const init = post({ ...plain, anthropic_beta: ['x-2027-01-01'] }, signature);
    const send = betaFetch({ fetch: api.fetch, recover: betaRecovery(), logger: false });
    const response = await send(BEDROCK, init);
    expect(await response.json()).toEqual({ message: 'invalid beta flag' });
    expect(api.received).toHaveLength(1);
  });
});

/** Tests `betaFetch` under clients without middleware, compared with the bare clients. */
import { createFakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { type AdapterOptions, betaFetch, type Fetch, type Platform } from '@beta-headers/node';
import OldAnthropic from 'anthropic-sdk-0';
import { VERSION } from 'anthropic-sdk-0/version';
import { describe, expect, it } from 'vitest';
import { callAiSdk } from '../src/ai-sdk.ts';
import { type Outcome, readOutcome } from '../src/index.ts';
import { callLangChain } from '../src/langchain.ts';

/** Plain `fetch` goes to a host that no platform has. */
const HOSTS = ['api.test'];

type Send = (fetch: Fetch) => PromiseLike<unknown>;

type Options = FakeApiOptions & { readonly platform?: Platform };

const sendBare = (send: Send, options: Options = {}): Promise<Outcome> => {
  const api = createFakeApi(options);
  return readOutcome(api, () => send(api.fetch));
};
const sendWrapped = (
  send: Send,
  options: Options = {},
  adapter: AdapterOptions = {},
): Promise<Outcome> => {
  const api = createFakeApi(options);
  const fetch = betaFetch({
    fetch: api.fetch,
    hosts: HOSTS,
    platform: options.platform,
    ...adapter,
  });
  return readOutcome(api, () => send(fetch));
};

const messages = [{ role: 'user' as const, content: 'Hello' }];
const base = { model: 'claude-opus-4-8', max_tokens: 64, messages };
// Without a toolset among the tools, as in the first version of the beta.
const MCP = { mcp_servers: [{ type: 'url' as const, name: 'docs', url: 'https://mcp.test' }] };

describe(`@anthropic-ai/sdk ${VERSION}`, () => {
  const createSend =
    (call: (client: OldAnthropic) => PromiseLike<unknown>): Send =>
    (fetch) =>
      call(new OldAnthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never }));

  it.each<[string, Send, string]>([
    [
      'a request',
      createSend((client) => client.beta.messages.create({ ...base, ...MCP })),
      'mcp-client-2025-04-04',
    ],
    [
      'a stream',
      createSend((client) => client.beta.messages.stream({ ...base, ...MCP }).finalMessage()),
      'mcp-client-2025-04-04',
    ],
    [
      'batch items',
      createSend((client) =>
        client.beta.messages.batches.create({
          requests: [
            {
              custom_id: 'a',
              params: { ...base, ...MCP, betas: ['context-1m-2025-08-07'] } as never,
            },
          ],
        }),
      ),
      'message-batches-2024-09-24,context-1m-2025-08-07,mcp-client-2025-04-04',
    ],
    [
      'counting tokens',
      createSend((client) =>
        client.beta.messages.countTokens({
          model: base.model,
          messages,
          ...MCP,
          betas: ['token-counting-2024-11-01'],
        }),
      ),
      'token-counting-2024-11-01,mcp-client-2025-04-04',
    ],
  ])('fixes %s', async (_, send, header) => {
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    const fixed = await sendWrapped(send);
    expect(fixed.error).toBeUndefined();
    expect(fixed).toMatchObject({ status: 200, header });
  });

  it('omits the header for an empty list', async () => {
    const send = createSend((client) => client.beta.messages.create({ ...base, betas: [] }));
    expect(await sendBare(send)).toMatchObject({ status: 400, header: '' });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: undefined });
  });

  it('receives a refusal as a bad request, with the reason and the place', async () => {
    const send: Send = (fetch) => {
      const client = new OldAnthropic({
        apiKey: 'none',
        baseURL: 'https://api.test',
        fetch: fetch as never,
      });
      return client.beta.messages.create({ ...base, ...MCP });
    };
    const { error, status } = await sendWrapped(send, {}, { platform: 'vertex', logger: false });
    expect(status).toBeUndefined();
    expect(error).toBeInstanceOf(OldAnthropic.BadRequestError);
    expect(error?.message).toMatch(/vertex[\s\S]*mcp-client: refused[\s\S]*\/mcp_servers/);
  });
});

describe('@ai-sdk/anthropic', () => {
  it('adds the beta of a value that the client infers nothing from', async () => {
    const send: Send = (fetch) => callAiSdk(fetch, { options: { speed: 'standard' } });
    expect(await sendBare(send)).toMatchObject({ status: 400, header: undefined });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: 'fast-mode-2026-02-01' });
  });

  it('keeps the betas and the dates that the client infers', async () => {
    const send: Send = (fetch) =>
      callAiSdk(fetch, {
        options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
        headers: { 'anthropic-beta': 'context-1m-2025-08-07' },
      });
    expect((await sendWrapped(send)).betas).toEqual((await sendBare(send)).betas);
  });

  it('fixes a stream', async () => {
    const send: Send = (fetch) =>
      callAiSdk(fetch, { options: { speed: 'standard' }, stream: true });
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: 'fast-mode-2026-02-01' });
  });
});

describe('@langchain/anthropic', () => {
  it.each<[string, Parameters<typeof callLangChain>[1], string]>([
    [
      'context_management',
      { fields: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } } },
      'context-management-2025-06-27',
    ],
    ['mcp_servers', { options: MCP as never }, 'mcp-client-2025-04-04'],
    [
      'invocationKwargs',
      { fields: { invocationKwargs: { fallbacks: 'default' } } },
      'server-side-fallback-2026-07-01',
    ],
    ['a stream', { options: MCP as never, stream: true }, 'mcp-client-2025-04-04'],
  ])('adds the beta for %s', async (_, params, header) => {
    const send: Send = (fetch) => callLangChain(fetch, params);
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    const fixed = await sendWrapped(send);
    expect(fixed.error).toBeUndefined();
    expect(fixed).toMatchObject({ status: 200, header });
  });

  it('keeps the betas of `always` if the client overwrites its default headers', async () => {
    const headers = { 'anthropic-beta': 'interleaved-thinking-2025-05-14' };
    const params = {
      headers,
      options: {
        tools: [
          {
            type: 'computer_20251124',
            name: 'computer',
            display_width_px: 800,
            display_height_px: 600,
          },
        ] as never,
      },
    };
    const send: Send = (fetch) => callLangChain(fetch, params);
    expect(await sendBare(send)).toMatchObject({ header: 'computer-use-2025-11-24' });
    expect(await sendWrapped(send, {}, { always: ['interleaved-thinking'] })).toMatchObject({
      header: 'computer-use-2025-11-24,interleaved-thinking-2025-05-14',
    });
  });
});

describe('a request that is refused', () => {
  const adapter = { logger: false, policy: { missing: 'refuse' } } as const;

  it.each<[string, (fetch: Fetch) => PromiseLike<unknown>]>([
    [
      '@langchain/anthropic',
      (fetch) => callLangChain(fetch, { fields: { maxRetries: 6 }, options: MCP as never }),
    ],
    ['@ai-sdk/anthropic', (fetch) => callAiSdk(fetch, { options: { speed: 'standard' } })],
  ])('ends at once under %s, with the reason', async (_, send) => {
    let attempts = 0;
    const counted: Send = (fetch) =>
      send((...args) => {
        attempts++;
        return fetch(...args);
      });
    const { error, status } = await sendWrapped(counted, {}, adapter);
    expect(error?.message).toMatch(/: refused, .*\n?.*policy\.missing/);
    expect([attempts, status]).toEqual([1, undefined]);
  });
});

describe('plain fetch', () => {
  const post =
    (path: string, body: object, headers: Record<string, string> = {}): Send =>
    async (fetch) => {
      const response = await fetch(`https://api.test${path}`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-api-key': 'none',
          'anthropic-version': '2026-10-21',
          ...headers,
        },
        body: JSON.stringify(body),
      });
      if (!response.ok) throw new Error(await response.text());
    };

  it('adds the beta on the Claude API', async () => {
    const send = post('/v1/messages', { ...base, ...MCP });
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });

  it('reads a body of bytes', async () => {
    const send: Send = async (fetch) => {
      const body = new TextEncoder().encode(JSON.stringify({ ...base, ...MCP }));
      const response = await fetch('https://api.test/v1/messages', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-api-key': 'none' },
      });
      if (!response.ok) throw new Error(await response.text());
    };
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });

  it('moves the header into the body on Bedrock', async () => {
    const { model: _, ...body } = base;
    const send = post(
      '/model/anthropic.claude-opus-4-8-v1%3A0/invoke',
      { ...body, tools: [{ name: 'a', input_schema: { type: 'object' }, defer_loading: true }] },
      { 'anthropic-beta': 'context-1m-2025-08-07' },
    );
    expect(await sendBare(send, { platform: 'bedrock' })).toMatchObject({ status: 400, betas: [] });
    expect(await sendWrapped(send, { platform: 'bedrock' })).toMatchObject({
      status: 200,
      header: undefined,
      betas: ['context-1m-2025-08-07', 'tool-search-tool-2025-10-19'],
    });
  });

  it('accepts a Request object', async () => {
    const send: Send = async (fetch) => {
      const body = JSON.stringify({ ...base, ...MCP });
      const response = await fetch(
        new Request('https://api.test/v1/messages', {
          method: 'POST',
          body,
          headers: { 'content-type': 'application/json', 'x-api-key': 'none' },
        }),
      );
      if (!response.ok) throw new Error(await response.text());
    };
    expect(await sendBare(send)).toMatchObject({ status: 400 });
    expect(await sendWrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });
});

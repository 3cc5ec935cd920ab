/** `betaFetch` under clients that have no middleware, as they come from npm: before and after. */
import { createFakeApi, type FakeApiOptions } from '@beta-headers/fake-api';
import { type AdapterOptions, betaFetch, type Fetch, type Platform } from '@beta-headers/node';
import OldAnthropic from 'anthropic-sdk-0';
import { VERSION } from 'anthropic-sdk-0/version';
import { describe, expect, it } from 'vitest';
import { askWithAiSdk } from '../src/ai-sdk.ts';
import { type Outcome, outcome } from '../src/index.ts';
import { askWithLangChain } from '../src/langchain.ts';

/** Plain `fetch` goes to a host that no platform has. */
const HOSTS = ['api.test'];

type Send = (fetch: Fetch) => PromiseLike<unknown>;

type Options = FakeApiOptions & { readonly platform?: Platform };

const bare = (send: Send, options: Options = {}): Promise<Outcome> => {
  const api = createFakeApi(options);
  return outcome(api, () => send(api.fetch));
};
const wrapped = (
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
  return outcome(api, () => send(fetch));
};

const messages = [{ role: 'user' as const, content: 'Hello' }];
const base = { model: 'claude-opus-4-8', max_tokens: 64, messages };
// Without a toolset among the tools, as clients of the first date write it.
const MCP = { mcp_servers: [{ type: 'url' as const, name: 'docs', url: 'https://mcp.test' }] };

describe(`@anthropic-ai/sdk ${VERSION}`, () => {
  const ask =
    (call: (client: OldAnthropic) => PromiseLike<unknown>): Send =>
    (fetch) =>
      call(new OldAnthropic({ apiKey: 'none', maxRetries: 0, fetch: fetch as never }));

  it.each<[string, Send, string]>([
    [
      'a request',
      ask((client) => client.beta.messages.create({ ...base, ...MCP })),
      'mcp-client-2025-04-04',
    ],
    [
      'a stream',
      ask((client) => client.beta.messages.stream({ ...base, ...MCP }).finalMessage()),
      'mcp-client-2025-04-04',
    ],
    [
      'batch items',
      ask((client) =>
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
      ask((client) =>
        client.beta.messages.countTokens({
          model: base.model,
          messages,
          ...MCP,
          betas: ['token-counting-2024-11-01'],
        }),
      ),
      'token-counting-2024-11-01,mcp-client-2025-04-04',
    ],
  ])('%s', async (_, send, header) => {
    expect(await bare(send)).toMatchObject({ status: 400 });
    const fixed = await wrapped(send);
    expect(fixed.error).toBeUndefined();
    expect(fixed).toMatchObject({ status: 200, header });
  });

  it('an empty list', async () => {
    const send = ask((client) => client.beta.messages.create({ ...base, betas: [] }));
    expect(await bare(send)).toMatchObject({ status: 400, header: '' });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: undefined });
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
    const { error, status } = await wrapped(send, {}, { platform: 'vertex', logger: false });
    expect(status).toBeUndefined();
    expect(error).toBeInstanceOf(OldAnthropic.BadRequestError);
    expect(error?.message).toMatch(/vertex[\s\S]*mcp-client: refused[\s\S]*\/mcp_servers/);
  });
});

describe('@ai-sdk/anthropic', () => {
  it('a value of a field that it does not infer from', async () => {
    const send: Send = (fetch) => askWithAiSdk(fetch, { options: { speed: 'standard' } });
    expect(await bare(send)).toMatchObject({ status: 400, header: undefined });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: 'fast-mode-2026-02-01' });
  });

  it('its own inference stays, and its date wins', async () => {
    const send: Send = (fetch) =>
      askWithAiSdk(fetch, {
        options: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } },
        headers: { 'anthropic-beta': 'context-1m-2025-08-07' },
      });
    expect((await wrapped(send)).betas).toEqual((await bare(send)).betas);
  });

  it('streaming', async () => {
    const send: Send = (fetch) =>
      askWithAiSdk(fetch, { options: { speed: 'standard' }, stream: true });
    expect(await bare(send)).toMatchObject({ status: 400 });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: 'fast-mode-2026-02-01' });
  });
});

describe('@langchain/anthropic', () => {
  it.each<[string, Parameters<typeof askWithLangChain>[1], string]>([
    [
      'context_management',
      { fields: { contextManagement: { edits: [{ type: 'clear_tool_uses_20250919' }] } } },
      'context-management-2025-06-27',
    ],
    ['mcp_servers', { options: MCP as never }, 'mcp-client-2025-04-04'],
    [
      'what goes through invocationKwargs',
      { fields: { invocationKwargs: { fallbacks: 'default' } } },
      'server-side-fallback-2026-07-01',
    ],
    ['a stream', { options: MCP as never, stream: true }, 'mcp-client-2025-04-04'],
  ])('%s', async (_, params, header) => {
    const send: Send = (fetch) => askWithLangChain(fetch, params);
    expect(await bare(send)).toMatchObject({ status: 400 });
    const fixed = await wrapped(send);
    expect(fixed.error).toBeUndefined();
    expect(fixed).toMatchObject({ status: 200, header });
  });

  it('the default headers of its client, which its own betas would wipe out: `always` stays beside them', async () => {
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
    const send: Send = (fetch) => askWithLangChain(fetch, params);
    expect(await bare(send)).toMatchObject({ header: 'computer-use-2025-11-24' });
    expect(await wrapped(send, {}, { always: ['interleaved-thinking'] })).toMatchObject({
      header: 'computer-use-2025-11-24,interleaved-thinking-2025-05-14',
    });
  });
});

describe('a request that is refused', () => {
  const adapter = { logger: false, policy: { missing: 'refuse' } } as const;

  it.each<[string, (fetch: Fetch) => PromiseLike<unknown>]>([
    [
      '@langchain/anthropic',
      (fetch) => askWithLangChain(fetch, { fields: { maxRetries: 6 }, options: MCP as never }),
    ],
    ['@ai-sdk/anthropic', (fetch) => askWithAiSdk(fetch, { options: { speed: 'standard' } })],
  ])('ends at once under %s, with the reason', async (_, send) => {
    let attempts = 0;
    const counted: Send = (fetch) =>
      send((...args) => {
        attempts++;
        return fetch(...args);
      });
    const { error, status } = await wrapped(counted, {}, adapter);
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

  it('the Claude API', async () => {
    const send = post('/v1/messages', { ...base, ...MCP });
    expect(await bare(send)).toMatchObject({ status: 400 });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });

  it('a body that is bytes', async () => {
    const send: Send = async (fetch) => {
      const body = new TextEncoder().encode(JSON.stringify({ ...base, ...MCP }));
      const response = await fetch('https://api.test/v1/messages', {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', 'x-api-key': 'none' },
      });
      if (!response.ok) throw new Error(await response.text());
    };
    expect(await bare(send)).toMatchObject({ status: 400 });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });

  it('Bedrock: the header moves into the body', async () => {
    const { model: _, ...body } = base;
    const send = post(
      '/model/anthropic.claude-opus-4-8-v1%3A0/invoke',
      { ...body, tools: [{ name: 'a', input_schema: { type: 'object' }, defer_loading: true }] },
      { 'anthropic-beta': 'context-1m-2025-08-07' },
    );
    expect(await bare(send, { platform: 'bedrock' })).toMatchObject({ status: 400, betas: [] });
    expect(await wrapped(send, { platform: 'bedrock' })).toMatchObject({
      status: 200,
      header: undefined,
      betas: ['context-1m-2025-08-07', 'tool-search-tool-2025-10-19'],
    });
  });

  it('a Request object', async () => {
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
    expect(await bare(send)).toMatchObject({ status: 400 });
    expect(await wrapped(send)).toMatchObject({ status: 200, header: 'mcp-client-2025-04-04' });
  });
});

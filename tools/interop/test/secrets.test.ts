/** Tests that decisions, texts, the channel, spans and errors contain no secret of a request. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { inspect } from 'node:util';
import Anthropic from '@anthropic-ai/sdk';
import { createFakeApi } from '@beta-headers/fake-api';
import {
  type AdapterOptions,
  type BetaPlan,
  BetaPolicyError,
  betaFetch,
  betaMiddleware,
  DECISION_CHANNEL,
  type Decision,
  explain,
  plan,
} from '@beta-headers/node';
import { context, trace } from '@opentelemetry/api';
import { AsyncLocalStorageContextManager } from '@opentelemetry/context-async-hooks';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const SECRETS = {
  key: 'sk-ant-api03-PLANTEDKEYPLANTEDKEYPLANTEDKEY',
  token: 'PLANTEDTOKENPLANTEDTOKENPLANTEDTOKEN',
  prompt: 'the planted prompt that must stay secret',
  url: 'https://planted-host.test/planted-path',
  file: 'file_planted0123456789',
  user: 'planted-user-id',
};
const planted = Object.values(SECRETS);
const exporter = new InMemorySpanExporter();
const messages: unknown[] = [];
const listen = (message: unknown): unknown => messages.push(message);

beforeAll(() => {
  context.setGlobalContextManager(new AsyncLocalStorageContextManager().enable());
  trace.setGlobalTracerProvider(
    new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] }),
  );
});
beforeEach(() => {
  exporter.reset();
  messages.length = 0;
  subscribe(DECISION_CHANNEL, listen);
  return () => unsubscribe(DECISION_CHANNEL, listen);
});
afterAll(() => {
  context.disable();
  trace.disable();
});

/** A request with a secret in every place that may hold one, including keys of objects. */
const body = {
  model: 'claude-opus-4-8',
  max_tokens: 64,
  system: SECRETS.prompt,
  metadata: { user_id: SECRETS.user },
  mcp_servers: [
    { type: 'url', name: 'docs', url: SECRETS.url, authorization_token: SECRETS.token },
  ],
  tools: [
    { type: 'mcp_toolset', mcp_server_name: 'docs' },
    {
      name: 'mine',
      description: SECRETS.prompt,
      input_schema: { type: 'object', properties: { [SECRETS.token]: { type: 'string' } } },
    },
  ],
  context_management: {
    edits: [{ type: 'clear_tool_uses_20250919', exclude_tools: [SECRETS.user] }],
  },
  messages: [
    {
      role: 'user',
      content: [
        {
          type: 'document',
          source: { type: 'file', file_id: SECRETS.file },
          title: SECRETS.prompt,
        },
      ],
    },
    {
      role: 'assistant',
      content: [
        {
          type: 'mcp_tool_use',
          id: 'a',
          name: SECRETS.prompt,
          server_name: 'docs',
          input: { [SECRETS.prompt]: SECRETS.token },
        },
      ],
    },
    {
      role: 'user',
      content: [
        {
          type: 'mcp_tool_result',
          tool_use_id: 'a',
          content: [{ type: 'text', text: SECRETS.prompt }],
        },
      ],
    },
  ],
};
/** A header that contains secrets by mistake. */
const { key, token, prompt } = SECRETS;
const leakyHeader = `context-1m-2025-08-07,${key},Bearer ${token},${prompt}`;

function expectNoSecrets(what: string, seen: unknown): void {
  const json = typeof seen === 'string' ? seen : JSON.stringify(seen);
  const text = `${json}\n${inspect(seen, { depth: 12 })}`;
  for (const secret of planted)
    expect(text.toLowerCase(), what).not.toContain(secret.toLowerCase());
}

const ADAPTERS: readonly AdapterOptions[] = [
  {},
  { platform: 'bedrock' },
  { platform: 'vertex', policy: { unavailable: 'strip' } },
  { policy: { missing: 'refuse', unknownBeta: 'refuse' } },
];

describe.each(ADAPTERS)('with %o', (options) => {
  it('puts no secret into a plan and its text', () => {
    for (const header of [leakyHeader, '']) {
      const planned = plan(
        {
          method: 'POST',
          url: `/v1/messages?beta=true&token=${SECRETS.token}`,
          headers: { 'anthropic-beta': header, 'x-api-key': SECRETS.key },
          body,
        },
        options,
      );
      expect(planned.decisions.length).toBeGreaterThan(1);
      expectNoSecrets('decisions', planned.decisions);
      expectNoSecrets('explain()', explain(planned));
    }
  });

  it.each(['middleware', 'fetch'] as const)(
    'puts no secret into the reports of the %s',
    async (adapter) => {
      const api = createFakeApi({ platform: 'claude-api' });
      const decisions: Decision[] = [];
      const events: unknown[] = [];
      const lines: string[] = [];
      const note = (line: string): unknown => lines.push(line);
      const adapterOptions: AdapterOptions = {
        ...options,
        logger: { error: note, warn: note, debug: note },
        onPlan: (event) => {
          events.push(event);
          decisions.push(...event.plan.decisions);
        },
      };
      const client =
        adapter === 'middleware'
          ? new Anthropic({
              apiKey: SECRETS.key,
              fetch: api.fetch,
              maxRetries: 0,
              middleware: [betaMiddleware(adapterOptions)],
            })
          : new Anthropic({
              apiKey: SECRETS.key,
              fetch: betaFetch({ fetch: api.fetch, ...adapterOptions }) as never,
              maxRetries: 0,
            });
      await trace.getTracer('test').startActiveSpan('the caller', async (span) => {
        const error = await client.beta.messages
          .create(body as never, {
            headers: { 'anthropic-beta': leakyHeader.replace(/,[^,]*$/, '') },
          })
          .catch((e: unknown) => e);
        span.end();
        if (error instanceof BetaPolicyError) {
          expectNoSecrets('BetaPolicyError', error);
          expectNoSecrets('its message', error.message);
          expectNoSecrets('its stack', error.stack);
        } else if (api.requests.length === 0) {
          expectNoSecrets('the message of a refusal', (error as Error).message);
        }
      });
      expect(decisions.length).toBeGreaterThan(0);
      expect(messages).toHaveLength(decisions.length);
      expectNoSecrets('decisions', decisions);
      expectNoSecrets('events', events);
      expect(lines.length).toBeGreaterThan(0);
      expectNoSecrets('lines', lines);
      expectNoSecrets('channel', messages);
      const spans = exporter
        .getFinishedSpans()
        .filter(({ attributes }) => 'beta_headers.sent' in attributes);
      expect(spans).toHaveLength(1);
      // The other attributes are the SDK's own.
      const ours = Object.entries(spans[0]?.attributes ?? {}).filter(([name]) =>
        name.startsWith('beta_headers.'),
      );
      expect(ours.length).toBeGreaterThan(1);
      expectNoSecrets('attributes', ours);
    },
  );
});

describe('the adapter', () => {
  const send = (options: AdapterOptions = {}): Promise<unknown> => {
    const api = createFakeApi();
    const client = new Anthropic({
      apiKey: 'none',
      fetch: api.fetch,
      maxRetries: 0,
      middleware: [betaMiddleware(options)],
    });
    return client.beta.messages.create({
      model: 'claude-opus-4-8',
      max_tokens: 1,
      messages: [],
      compaction: { type: 'summarize' },
      betas: ['context-1m-2025-08-07'],
    });
  };

  it('publishes each decision with its platform', async () => {
    await send();
    expect(messages).toMatchObject([
      {
        platform: 'claude-api',
        decision: { beta: 'context-1m-2025-08-07', action: 'sent', reason: 'graduated' },
      },
      {
        platform: 'claude-api',
        decision: {
          beta: 'compact-2026-09-04',
          action: 'added',
          reason: 'needed',
          at: ['/compaction'],
        },
      },
    ]);
  });

  it('publishes nothing without a subscriber', async () => {
    unsubscribe(DECISION_CHANNEL, listen);
    await send();
    expect(messages).toEqual([]);
  });

  it('adds the names of the betas to the active span', async () => {
    await trace.getTracer('test').startActiveSpan('the caller', async (span) => {
      await send();
      span.end();
    });
    expect(
      exporter.getFinishedSpans().find(({ attributes }) => 'beta_headers.sent' in attributes)
        ?.attributes,
    ).toMatchObject({
      'beta_headers.platform': 'claude-api',
      'beta_headers.sent': ['context-1m-2025-08-07', 'compact-2026-09-04'],
      'beta_headers.added': ['compact-2026-09-04'],
    });
  });

  it('publishes the decisions of a plan when the hook of the caller throws', async () => {
    await send({
      onPlan: () => {
        throw new Error('no');
      },
    });
    expect(messages).toHaveLength(2);
  });

  it('keeps the plan of an error readable, but not enumerable', async () => {
    const error = (await send({ policy: { missing: 'refuse' } }).catch(
      (e: unknown) => e,
    )) as BetaPolicyError;
    expect(error).toBeInstanceOf(BetaPolicyError);
    expect((error.plan satisfies BetaPlan).decisions.at(-1)).toMatchObject({ action: 'refused' });
    expect(Object.keys(error)).not.toContain('plan');
  });
});

import { describe, expect, it, vi } from 'vitest';
import { betaFetch, betaMiddleware, type Logger, type PlanEvent } from '../../src/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';
import {
  COMPACT,
  COMPACTION,
  createLog,
  createRecorder,
  MESSAGES,
  post,
} from '../support/recorder.ts';

const SECRET = 'sk-ant-api03-PLANTEDPLANTEDPLANTED';
const VERTEX = 'https://us-east5-aiplatform.googleapis.com/v1/messages';
/** The caller's values; Vertex rejects the second. */
const TYPED = 'interleaved-thinking-2025-05-14,advisor-tool-2026-03-01';
const hello = { model: 'claude-opus-5-5', max_tokens: 8, messages: [] };

/** Sends a request through the middleware, as the SDK would. */
const sendWithSdk = (
  options: Parameters<typeof betaMiddleware>[0],
  { context, headers = {}, body = hello, url = MESSAGES }: SdkCall = {},
): Promise<Response> => {
  const { fetch } = createRecorder();
  const request = { url, ...post(body, headers), headers: new Headers(headers) };
  return betaMiddleware(options)(request, ({ url: to, ...init }) => fetch(to, init), context);
};
interface SdkCall {
  readonly context?: unknown;
  readonly headers?: Record<string, string>;
  readonly body?: object;
  readonly url?: string;
}

describe('an adapter without a logger', () => {
  it('warns once of each value that is left out, and is silent otherwise', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const debug = vi.spyOn(console, 'debug').mockImplementation(() => {});
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    try {
      const send = betaFetch({ fetch: createRecorder().fetch, platform: 'vertex' });
      const headers = { 'anthropic-beta': `${TYPED},oauth-2025-04-20` };
      for (let i = 0; i < 3; i++) await send(VERTEX, post(hello, headers));
      const lines = warn.mock.calls.map(([line]) => String(line));
      expect(lines.filter((line) => line.includes('oauth-2025-04-20'))).toEqual([
        expect.stringMatching(/^\[beta-headers\] vertex: oauth-2025-04-20: left out, .*does not/),
      ]);
      expect(lines.filter((line) => line.includes('advisor-tool-2026-03-01'))).toHaveLength(1);
      expect(lines.join()).not.toContain('interleaved-thinking');
      expect([debug.mock.calls, log.mock.calls]).toEqual([[], []]);
    } finally {
      vi.restoreAllMocks();
    }
  });

  it('warns of a name that looks misspelt, and not of one that is only unknown', async () => {
    const { logger, lines } = createLog();
    const headers = { 'anthropic-beta': 'mcp-clent-2025-11-20,acme-search-2026-12-01' };
    await sendWithSdk({}, { context: { logger }, headers });
    expect(lines).toEqual([
      expect.stringMatching(/^warn .*mcp-clent-.* did you mean mcp-client-2025-11-20\?$/),
      expect.stringMatching(/^debug .*acme-search-2026-12-01: sent, no such beta is known$/),
    ]);
  });

  it('shows once at debug that the platform is assumed', async () => {
    const { logger, lines } = createLog();
    const call = { context: { logger }, url: 'https://llm.example.com/v1/messages' };
    for (let i = 0; i < 2; i++) await sendWithSdk({}, call);
    expect(lines).toEqual([expect.stringMatching(/^debug .*claude-api: assumed, .*`platform`$/)]);
    await sendWithSdk({}, { context: { logger } });
    expect(lines).toHaveLength(1);
  });

  it('uses the logger of the SDK, by level', async () => {
    const { logger, lines } = createLog();
    const headers = { 'anthropic-beta': TYPED };
    await sendWithSdk({ platform: 'vertex' }, { context: { logger }, headers, url: VERTEX });
    expect(lines).toContainEqual(
      expect.stringMatching(/^warn .*advisor-tool-2026-03-01: left out/),
    );
    expect(lines).toContainEqual(expect.stringMatching(/^debug .*interleaved-thinking.*: sent/));
  });

  it.each([[undefined], [null], [{}], [{ logger: 'console' }], [{ logger: {} }]])(
    'uses console where the context of the SDK is %j',
    async (context) => {
      const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
      try {
        const send = sendWithSdk({ platform: 'vertex' }, { context, url: VERTEX });
        expect((await send).status).toBe(200);
      } finally {
        warn.mockRestore();
      }
    },
  );

  it('reports a refused request at the level error', async () => {
    const { logger, lines } = createLog();
    const body = { ...hello, mcp_servers: [{ type: 'url', name: 'a', url: 'https://m.test' }] };
    const call = sendWithSdk({ platform: 'vertex' }, { context: { logger }, body, url: VERTEX });
    await expect(call).rejects.toThrow();
    expect(lines).toEqual([
      expect.stringMatching(/^error \[beta-headers\] vertex: mcp-client: refused, [^\n]*$/),
    ]);
  });
});

describe('the option logger', () => {
  it('comes before the logger of the SDK', async () => {
    const own = createLog();
    const sdk = createLog();
    const context = { logger: sdk.logger };
    await sendWithSdk({ logger: own.logger }, { context, body: COMPACTION });
    expect(own.lines).toEqual([expect.stringMatching(/^debug .*compact-2026-09-04: added/)]);
    expect(sdk.lines).toEqual([]);
  });

  it('is silent when it is false', async () => {
    const { logger, lines } = createLog();
    await sendWithSdk({ logger: false }, { context: { logger }, body: COMPACTION });
    expect(lines).toEqual([]);
  });

  it('may have no debug, and may use this', async () => {
    class Log {
      lines: string[] = [];
      error(line: string): void {
        this.lines.push(line);
      }
      warn(line: string): void {
        this.lines.push(line);
      }
    }
    const logger = new Log();
    const headers = { 'anthropic-beta': TYPED };
    await sendWithSdk({ logger, platform: 'vertex' }, { headers, url: VERTEX });
    expect(logger.lines.length).toBeGreaterThan(0);
  });

  it('cannot fail a request', async () => {
    const logger: Logger = {
      error: () => Promise.reject(new Error('down')),
      warn: () => {
        throw new Error('down');
      },
    };
    const headers = { 'anthropic-beta': TYPED };
    const sent = await sendWithSdk({ logger, platform: 'vertex' }, { headers, url: VERTEX });
    expect(sent.status).toBe(200);
  });

  it('hides what may be a key in the header', async () => {
    const { logger, lines } = createLog();
    await sendWithSdk({ logger }, { headers: { 'anthropic-beta': `${SECRET},a b` } });
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join()).not.toContain(SECRET);
  });

  it('remembers a bounded number of lines', async () => {
    const { logger, lines } = createLog();
    for (let i = 0; i < 12; i++) {
      const names = Array.from({ length: 190 }, (_, k) => `b-x${'abcdefghijkl'[i]}-${day(k)}`);
      const headers = { 'anthropic-beta': ['first-2027-01-01', ...names].join(',') };
      await sendWithSdk({ logger }, { headers });
    }
    const count = lines.filter((line) => line.includes('first-2027-01-01')).length;
    expect(lines.length).toBeGreaterThan(2000);
    expect(count).toBeGreaterThan(1);
  });
});

/** A day of its own for each number. */
const day = (n: number): string => {
  const two = (k: number): string => String(k).padStart(2, '0');
  const month = 1 + (Math.floor(n / 25) % 12);
  return `20${two(10 + Math.floor(n / 300))}-${two(month)}-${two(1 + (n % 25))}`;
};

describe('onPlan', () => {
  it('is called once for a request, with a plan without its body', async () => {
    const events: PlanEvent[] = [];
    const body = { ...COMPACTION, betas: ['task-budgets-2026-03-13'] };
    await betaFetch({
      fetch: createRecorder().fetch,
      logger: false,
      onPlan: (event) => void events.push(event),
    })(MESSAGES, post(body));
    expect(events).toMatchObject([{ platform: 'claude-api', attempt: 1, plan: { changed: true } }]);
    expect(events[0]?.plan).not.toHaveProperty('body');
    expect(events[0]?.plan.betas).toContain(COMPACT);
  });

  it('is called again for each attempt of a recovery, and counts', async () => {
    const events: PlanEvent[] = [];
    const bad = 'a-2027-01-01';
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> =>
      new Headers(init?.headers).get('anthropic-beta')?.includes(bad)
        ? Response.json(
            {
              error: {
                message: `Unexpected value(s) \`${bad}\` for the \`anthropic-beta\` header`,
              },
            },
            { status: 400 },
          )
        : Response.json({});
    const send = betaFetch({
      fetch,
      logger: false,
      recover: betaRecovery(),
      onPlan: (event) => void events.push(event),
    });
    await send(MESSAGES, post(hello, { 'anthropic-beta': bad }));
    expect(events.map(({ attempt, plan }) => [attempt, plan.header])).toEqual([
      [1, bad],
      [2, undefined],
    ]);
  });

  it('is not called again when the client repeats a request by itself', async () => {
    const events: PlanEvent[] = [];
    const options = { logger: false, onPlan: (event: PlanEvent) => events.push(event) } as const;
    for (const count of ['0', '1', '2'])
      await sendWithSdk(options, { headers: { 'x-stainless-retry-count': count } });
    expect(events).toHaveLength(1);
  });

  it.each([
    [
      'throws',
      () => {
        throw new Error('down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('down'))],
    [
      'returns a promise of another kind that rejects',
      () => {
        const reject = (_: unknown, onRejected: (error: Error) => void): void =>
          onRejected(new Error('down'));
        return Object.defineProperty({}, 'then', { value: reject });
      },
    ],
  ])('reaches no request when it %s', async (_, onPlan) => {
    expect((await sendWithSdk({ onPlan, logger: false })).status).toBe(200);
  });

  it('cannot change the plan that is sent', async () => {
    const api = createRecorder();
    const onPlan = ({ plan }: PlanEvent): void => {
      plan.betas.length = 0;
      plan.decisions.length = 0;
      Object.assign(plan, { header: 'x', changed: false });
    };
    await betaFetch({ fetch: api.fetch, onPlan, logger: false })(MESSAGES, post(COMPACTION));
    expect(api.received[0]?.beta).toBe(COMPACT);
  });

  it('hides what may be a key in the header', async () => {
    const events: PlanEvent[] = [];
    const headers = { 'anthropic-beta': `mcp-client-2025-11-20, ${SECRET}` };
    await sendWithSdk({ logger: false, onPlan: (event) => events.push(event) }, { headers });
    expect(JSON.stringify(events)).not.toContain(SECRET);
    expect(events[0]?.plan.header).toBe('mcp-client-2025-11-20,(34 characters)');
  });
});

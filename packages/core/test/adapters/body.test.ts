import { describe, expect, it } from 'vitest';
import { betaFetch, betaMiddleware } from '../../src/index.ts';
import { betaRecovery } from '../../src/recovery/index.ts';
import { COMPACT, COMPACTION, createLog, createRecorder, MESSAGES } from '../support/recorder.ts';

const text = JSON.stringify(COMPACTION);
const bytes = new TextEncoder().encode(text);
const json = { 'content-type': 'application/json' };
const withinOther = (): Uint8Array => {
  const all = new Uint8Array(bytes.length + 8);
  all.set(bytes, 4);
  return all.subarray(4, 4 + bytes.length);
};
const createStream = (): ReadableStream => new Blob([text]).stream();

describe('a body is planned, and sent as it is, when it is', () => {
  it.each<[string, () => BodyInit]>([
    ['text', () => text],
    ['text with a byte order mark', () => `\ufeff${text}`],
    ['bytes', () => bytes],
    ['a view into other bytes', () => withinOther() as BodyInit],
    ['a DataView', () => new DataView(bytes.buffer) as BodyInit],
    ['an ArrayBuffer', () => bytes.buffer],
    ['a Blob without a type', () => new Blob([text])],
    ['a Blob of JSON', () => new Blob([text], { type: 'application/json' })],
    ['a Blob of text', () => new Blob([text], { type: 'text/plain' })],
  ])('%s', async (_, toBody) => {
    const api = createRecorder();
    const body = toBody();
    await betaFetch({ fetch: api.fetch })(MESSAGES, { method: 'POST', headers: json, body });
    expect(api.received).toMatchObject([{ beta: COMPACT }]);
    expect(api.received[0]?.text.replace('\ufeff', '')).toBe(text);
    expect(api.inits[0]?.body).toBe(body);
  });
});

describe('a Request', () => {
  it.each<[string, Record<string, string>]>([
    ['of JSON', json],
    ['without a type', {}],
    ['of text', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['of another kind of JSON', { 'content-type': 'application/vnd.acme+json' }],
  ])('%s is planned, and its body is sent', async (_, headers) => {
    const api = createRecorder();
    const request = new Request(MESSAGES, { method: 'POST', headers, body: bytes });
    await betaFetch({ fetch: api.fetch })(request);
    expect(api.received).toMatchObject([{ beta: COMPACT, text }]);
  });

  it('keeps its body unused, so that the client can send it again', async () => {
    const api = createRecorder();
    const request = new Request(MESSAGES, { method: 'POST', headers: json, body: text });
    await betaFetch({ fetch: api.fetch })(request);
    expect(request.bodyUsed).toBe(false);
    expect(await request.text()).toBe(text);
  });

  it('keeps the bytes of a body that is no JSON', async () => {
    const odd = new Uint8Array([255, 254, 0, 128]);
    const request = new Request('https://api.anthropic.com/v1/files', {
      method: 'POST',
      body: odd,
    });
    let received: ArrayBuffer | undefined;
    const fetch = async (input: string | URL | Request): Promise<Response> => {
      received = await (input as Request).arrayBuffer();
      return new Response('{}');
    };
    await betaFetch({ fetch, always: ['files-api'], logger: false })(request);
    expect([...new Uint8Array(received ?? new ArrayBuffer())]).toEqual([...odd]);
  });

  it('keeps what only init says, such as the dispatcher of a proxy', async () => {
    const dispatcher = { dispatch: (): void => {} };
    const api = createRecorder();
    const request = new Request(MESSAGES, { method: 'POST', headers: json, body: text });
    await betaFetch({ fetch: api.fetch })(request, { dispatcher } as RequestInit);
    expect(api.inits[0]).toHaveProperty('dispatcher', dispatcher);
    expect(api.received[0]).toMatchObject({ beta: COMPACT, text });
  });

  it('takes the headers and the body of init before its own', async () => {
    const api = createRecorder();
    const request = new Request(MESSAGES, { method: 'POST', headers: json, body: '{}' });
    await betaFetch({ fetch: api.fetch })(request, {
      headers: { ...json, 'x-own': '1' },
      body: text,
    });
    expect(api.received[0]).toMatchObject({ beta: COMPACT, text });
    expect(api.received[0]?.headers.get('x-own')).toBe('1');
  });

  it('is sent again by a recovery, with its whole body', async () => {
    const rejected = { error: { message: 'Unsupported beta header: a-2027-01-01' } };
    const answers = [Response.json(rejected, { status: 400 }), Response.json({})];
    const api = createRecorder(() => answers.shift() ?? Response.error());
    const headers = { ...json, 'anthropic-beta': 'a-2027-01-01' };
    const body = '{"model":"claude-opus-5-5","max_tokens":8,"messages":[]}';
    const request = new Request(MESSAGES, { method: 'POST', headers, body });
    const send = betaFetch({ fetch: api.fetch, logger: false, recover: betaRecovery() });
    expect((await send(request)).status).toBe(200);
    expect(api.received).toMatchObject([
      { beta: 'a-2027-01-01', text: body },
      { beta: null, text: body },
    ]);
  });

  it('without a body is sent as it is', async () => {
    const api = createRecorder();
    const request = new Request('https://api.anthropic.com/v1/models');
    await betaFetch({ fetch: api.fetch })(request);
    expect(api.calls[0]?.[0]).toBe(request);
  });
});

describe('a body that cannot be read', () => {
  const stream = (body: unknown): RequestInit =>
    ({ method: 'POST', headers: json, body, duplex: 'half' }) as RequestInit;

  it('is reported once, and its header is planned', async () => {
    const { logger, lines } = createLog();
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, logger, always: ['interleaved-thinking'] });
    for (let i = 0; i < 2; i++) await send(MESSAGES, stream(createStream()));
    expect(api.received).toMatchObject([
      { beta: 'interleaved-thinking-2025-05-14', text },
      { beta: 'interleaved-thinking-2025-05-14', text },
    ]);
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([
      expect.stringMatching(/the body is a stream.*give the body as text or bytes/),
    ]);
  });

  it('is sent once, also where the adapter recovers', async () => {
    const refused = { error: { message: 'Unsupported beta header: a-2027-01-01' } };
    const api = createRecorder(() => Response.json(refused, { status: 400 }));
    const init = stream(createStream());
    const headers = { ...json, 'anthropic-beta': 'a-2027-01-01' };
    const send = betaFetch({ fetch: api.fetch, logger: false, recover: betaRecovery() });
    expect((await send(MESSAGES, { ...init, headers })).status).toBe(400);
    expect(api.received).toHaveLength(1);
  });

  it('may be an async iterable, which reaches the client untouched', async () => {
    async function* parts(): AsyncGenerator<string> {
      yield text;
    }
    const body = parts();
    const sent: unknown[] = [];
    const { logger, lines } = createLog();
    const request = { url: MESSAGES, method: 'POST', headers: new Headers(json), body };
    await betaMiddleware({ logger })(request, async (next) => {
      sent.push(next.body);
      return new Response('{}');
    });
    expect(sent).toEqual([body]);
    expect(lines.join()).toContain('the body is a stream');
  });

  it('causes no warning if it is a form or an upload', async () => {
    const { logger, lines } = createLog();
    const api = createRecorder();
    const send = betaFetch({ fetch: api.fetch, logger });
    const form = new FormData();
    form.set('purpose', 'x');
    await send('https://api.anthropic.com/v1/files', { method: 'POST', body: form });
    const params = new URLSearchParams('a=1');
    await send('https://api.anthropic.com/v1/oauth/token', { method: 'POST', body: params });
    expect(api.inits[1]?.body).toBe(params);
    expect(lines.filter((line) => line.startsWith('warn'))).toEqual([]);
  });

  it('has more than 256 MB', async () => {
    const { logger, lines } = createLog();
    let sent: unknown;
    const fetch = async (_: unknown, init?: RequestInit): Promise<Response> => {
      sent = init?.body;
      return new Response('{}');
    };
    class Huge extends Blob {
      override get size(): number {
        return 257 * 2 ** 20;
      }
    }
    const body = new Huge([text]);
    await betaFetch({ fetch, logger })(MESSAGES, { method: 'POST', headers: json, body });
    expect(sent).toBe(body);
    expect(lines.join()).toContain('larger than 256 MB');
  });
});

describe('a body of a `Request` that never ends', () => {
  it('is no longer read after an abort', async () => {
    const controller = new AbortController();
    const reason = new Error('stop');
    const init = { method: 'POST', headers: json, body: new ReadableStream(), duplex: 'half' };
    const request = new Request(MESSAGES, { ...init, signal: controller.signal } as RequestInit);
    const call = betaFetch({ fetch: createRecorder().fetch })(request);
    controller.abort(reason);
    await expect(call).rejects.toBe(reason);
  });
});

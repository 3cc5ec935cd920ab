import { describe, expect, it } from 'vitest';
import { get, MESSAGE, post, readMessage, setUp } from './setup.ts';

const encoder = new TextEncoder();

describe('a body that does not change', () => {
  it.each([
    [
      'white space and the order of keys',
      `{ "messages":[],\n\t"model" : "claude-opus-5", "max_tokens":1 }\n`,
    ],
    [
      'numbers that JSON.parse would round',
      '{"model":"claude-opus-5","max_tokens":1,"a":12345678901234567890,"b":-0,"c":1e400}',
    ],
    ['a key that is there twice', '{"model":"claude-opus-5","max_tokens":1,"max_tokens":2}'],
    [
      'escapes',
      '{"model":"claude-opus-5","messages":[{"role":"user","content":"\\u00e9\\/\\ud800"}]}',
    ],
    ['a byte order mark', '\ufeff{"model":"claude-opus-5"}'],
  ])('reaches the upstream with the same bytes: %s', async (_, text) => {
    const { gateway, received } = setUp();
    await gateway(post('/v1/messages', text));
    expect(received[0]?.bytes).toEqual(encoder.encode(text));
  });

  it('keeps bytes that are no UTF-8', async () => {
    const start = encoder.encode('{"model":"claude-opus-5","a":"');
    const bytes = new Uint8Array([...start, 0xff, 0xfe, ...encoder.encode('"}')]);
    const { gateway, received } = setUp();
    await gateway(post('/v1/messages', bytes));
    expect(received[0]?.bytes).toEqual(bytes);
  });

  it('keeps the whole body if only the header changes', async () => {
    const text = `{ "model":"claude-opus-5-5", "max_tokens":1,"compaction":{"type":"summarize"}, "messages":[]}`;
    const { gateway, received } = setUp();
    await gateway(post('/v1/messages', text));
    expect(received[0]?.headers.get('anthropic-beta')).toBe('compact-2026-09-04');
    expect(received[0]?.text).toBe(text);
  });

  it('keeps unknown fields and unknown headers', async () => {
    const text = JSON.stringify({ ...MESSAGE, brand_new_field: { deep: [1, null] } });
    const { gateway, received } = setUp();
    await gateway(
      post('/v1/messages', text, { 'anthropic-new': 'x', 'x-claude-code-session-id': 's' }),
    );
    expect(received[0]?.text).toBe(text);
    expect(received[0]?.headers.get('anthropic-new')).toBe('x');
    expect(received[0]?.headers.get('x-claude-code-session-id')).toBe('s');
  });
});

describe('a body that is streamed', () => {
  const upload = (headers: HeadersInit): Request => {
    const body = new Blob(['hello']).stream();
    const init = { method: 'POST', body, headers, duplex: 'half' };
    return new Request('http://gateway.test/v1/files', init);
  };

  it.each([
    ['5', '5'],
    [undefined, null],
  ])('keeps its length, which the client declares as %s', async (length, expected) => {
    const { gateway, received } = setUp();
    await gateway(upload(length === undefined ? {} : { 'content-length': length }));
    expect(received[0]?.text).toBe('hello');
    expect(received[0]?.headers.get('content-length')).toBe(expected);
  });

  it('has no length of the client if it is read to be signed', async () => {
    const sign = async () => ({ authorization: 'signed' });
    const { gateway, received } = setUp('claude-on-aws', {
      upstream: { auth: { mode: 'sign', sign } },
    });
    await gateway(upload({ 'content-length': '5' }));
    expect(received[0]?.init.body).toBeInstanceOf(Uint8Array);
    expect(new Headers(received[0]?.init.headers).has('content-length')).toBe(false);
  });
});

describe('the header of a client of bedrock', () => {
  const path = '/model/anthropic.claude-opus-4-8/invoke';
  const BETA = 'context-management-2025-06-27';
  const send = async (header: string, inBody: readonly string[]) => {
    const { gateway, received } = setUp('bedrock');
    const { model: _, ...rest } = MESSAGE;
    const text = JSON.stringify({ ...rest, anthropic_beta: inBody });
    await gateway(post(path, text, { 'anthropic-beta': header }));
    return { header: received[0]?.headers.get('anthropic-beta'), same: received[0]?.text === text };
  };

  it('stays as received if it repeats the betas of the body', async () => {
    const header = `${BETA} , context-1m-2025-08-07`;
    const inBody = [BETA, 'context-1m-2025-08-07'];
    expect(await send(header, inBody)).toEqual({ header, same: true });
  });

  it.each([
    ['a beta that the body does not have', `${BETA},context-1m-2025-08-07`, [BETA]],
    [
      'a beta that is dropped',
      `${BETA},prompt-caching-scope-2026-01-05`,
      [BETA, 'prompt-caching-scope-2026-01-05'],
    ],
  ])('is not sent with %s', async (_, header, inBody) => {
    expect(await send(header, inBody)).toEqual({ header: null, same: false });
  });
});

describe('a body that changes', () => {
  const system = `[ {"type":"text", "text" :"x-anthropic-billing-header: cc_version=2; \\u00e9 \\/"},{"type":"text","text":"b"}]`;

  it('keeps the system blocks and all other text byte for byte', async () => {
    const text = `{"model":"claude-opus-5", "system": ${system}, "mcp_servers":[{"type":"url","url":"http://a","name":"b"}], "seed": 12345678901234567890,"messages":[]}`;
    const { gateway, received } = setUp('foundry-azure');
    await gateway(post('/v1/messages', text));
    const { gateway: vertex, received: onVertex } = setUp('vertex');
    await vertex(
      post('/v1/projects/x/locations/y/publishers/anthropic/models/claude-opus-5:rawPredict', text),
    );
    expect(onVertex[0]?.text).not.toContain('mcp_servers');
    expect(onVertex[0]?.text).toContain(`"system": ${system}`);
    expect(onVertex[0]?.text).toContain('"seed": 12345678901234567890');
    expect(received[0]?.text).toContain(`"system": ${system}`);
  });
});

describe('a response', () => {
  it.each([400, 401, 403, 404, 413, 429, 500, 529])(
    'with status %s passes byte for byte',
    async (status) => {
      const bytes = new Uint8Array([0x7b, 0x20, 0xff, 0x00, 0x7d, 0x0a]);
      const { gateway } = setUp('claude-api', {
        answer: () =>
          new Response(bytes, {
            status,
            headers: {
              'content-type': 'application/json; x=1',
              'request-id': 'req_1',
              'retry-after': '7',
            },
          }),
      });
      const response = await gateway(post('/v1/messages'));
      expect(response.status).toBe(status);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(bytes);
      expect(response.headers.get('content-type')).toBe('application/json; x=1');
      expect(response.headers.get('request-id')).toBe('req_1');
      expect(response.headers.get('retry-after')).toBe('7');
    },
  );

  it.each([204, 304])('with status %s has no body', async (status) => {
    const { gateway } = setUp('claude-api', {
      answer: () => new Response(null, { status, headers: { etag: '"1"' } }),
    });
    const response = await gateway(get('/v1/files/file_1'));
    expect(response.status).toBe(status);
    expect(response.body).toBeNull();
    expect(response.headers.get('etag')).toBe('"1"');
  });

  it('to HEAD keeps its headers', async () => {
    const { gateway, received } = setUp('claude-api', {
      answer: () => new Response(null, { headers: { 'content-length': '42' } }),
    });
    const response = await gateway(get('/v1/files/file_1', {}, 'HEAD'));
    expect(received[0]?.method).toBe('HEAD');
    expect(response.headers.get('content-length')).toBe('42');
  });

  it.each([301, 302, 303, 307, 308])(
    'with a redirect, %s, passes and is not followed',
    async (status) => {
      const { gateway, received } = setUp('claude-api', {
        answer: () =>
          new Response('moved', { status, headers: { location: 'https://evil.test/' } }),
      });
      const response = await gateway(post('/v1/messages'));
      expect(response.status).toBe(status);
      expect(response.headers.get('location')).toBe('https://evil.test/');
      expect(received).toHaveLength(1);
      expect(received[0]?.init.redirect).toBe('manual');
    },
  );

  it('loses what the upstream says about its own origin', async () => {
    const headers = {
      'alt-svc': 'h3=":443"; ma=86400',
      'strict-transport-security': 'max-age=31536000; includeSubDomains',
      'anthropic-organization-id': 'o',
    };
    const { gateway } = setUp('claude-api', { answer: () => new Response('{}', { headers }) });
    const response = await gateway(post('/v1/messages'));
    expect(Object.keys(headers).map((name) => response.headers.get(name))).toEqual([
      null,
      null,
      'o',
    ]);
  });

  it('loses the headers of its connection and its cookies', async () => {
    const { gateway } = setUp('claude-api', {
      answer: () =>
        new Response('{}', {
          headers: {
            connection: 'x-hop, keep-alive',
            'x-hop': '1',
            'keep-alive': 'timeout=5',
            'transfer-encoding': 'chunked',
            'set-cookie': 'a=b',
            'x-kept': '1',
          },
        }),
    });
    const { headers } = await gateway(post('/v1/messages'));
    expect([...headers.keys()].filter((name) => !name.startsWith('x-beta-headers-'))).toEqual([
      'content-type',
      'x-kept',
    ]);
  });
});

describe('a request that cannot be planned', () => {
  it.each([
    ['', 'the body is empty; send a JSON object'],
    ['{"a":1,}', 'the body is not JSON: error in line 1, column 8 (byte 7)'],
    ['{"a":"é",\n "b": x}', 'the body is not JSON: error in line 2, column 7 (byte 17)'],
    ['{"a":[1,2', 'the body is not JSON: it ends at byte 9 before it is complete'],
    ['{"a":TRUE}', 'the body is not JSON: error in line 1, column 6 (byte 5)'],
    ['{"a":1} x', 'the body is not JSON: error in line 1, column 9 (byte 8)'],
    ['{"a":01}', 'the body is not JSON: error in line 1, column 6 (byte 5)'],
    ['{"a":"\u0001"}', 'the body is not JSON: error in line 1, column 6 (byte 5)'],
    ['[}', 'the body is not JSON: error in line 1, column 2 (byte 1)'],
  ])('is answered 400 with the place of the error: %j', async (text, message) => {
    const { gateway, received, events } = setUp();
    const response = await gateway(post('/v1/messages', text));
    expect(response.status).toBe(400);
    expect(await readMessage(response)).toBe(message);
    expect(received).toHaveLength(0);
    expect(events[0]).toMatchObject({ status: 400, error: 'body_invalid', attempts: 0 });
  });

  it('finds the error in a large body in a short time', async () => {
    const { gateway } = setUp();
    const text = `{"a":"${'x'.repeat(4_000_000)}\\n","b":${'['.repeat(100_000)}`;
    const response = await gateway(post('/v1/messages', text));
    expect(await readMessage(response)).toContain('ends at byte');
  });

  it('is answered 413 if it is larger than the limit', async () => {
    const { gateway, received } = setUp('claude-api', { maxBodyBytes: 100 });
    const body = JSON.stringify({ ...MESSAGE, system: 'x'.repeat(100) });
    const declared = await gateway(post('/v1/messages', body, { 'content-length': '300' }));
    const streamed = await gateway(post('/v1/messages', body));
    for (const response of [declared, streamed]) {
      expect(response.status).toBe(413);
      expect(await readMessage(response)).toContain('larger than 100 bytes');
      expect(response.headers.get('x-should-retry')).toBe('false');
    }
    expect(received).toHaveLength(0);
  });

  it('is answered 415 if it is compressed', async () => {
    const { gateway } = setUp();
    const response = await gateway(post('/v1/messages', 'x', { 'content-encoding': 'gzip' }));
    expect(response.status).toBe(415);
    expect(await readMessage(response)).toContain('without content-encoding');
  });
});

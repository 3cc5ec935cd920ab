/** The server: HTTP in, the gateway's answer out. */
import { connect } from 'node:net';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ServerObserver } from '../../src/node/listener.ts';
import { ListenError, type RunningServer } from '../../src/node/server.ts';
import type { Gateway } from '../../src/types.ts';
import { createGate, listenGateway, type TestGatewayOptions } from './support/listen.ts';
import { parseResponses, sendRaw } from './support/raw.ts';

const open: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close(0)));
});

async function start(gateway: Gateway, options?: TestGatewayOptions): Promise<RunningServer> {
  const server = await listenGateway(gateway, options);
  open.push(server);
  return server;
}

const echo: Gateway = async (request) => {
  const body = await request.text();
  return Response.json({
    method: request.method,
    url: request.url,
    headers: [...request.headers],
    body,
  });
};
const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

it('passes a request to the gateway and its response back', async () => {
  const { url } = await start(async (request) => {
    expect(await request.text()).toBe('{"a":1}');
    expect(new URL(request.url).pathname).toBe('/v1/messages');
    expect(request.headers.get('anthropic-beta')).toBe('a, b');
    const response = new Response('ok', { status: 201, headers: { 'x-a': '1' } });
    response.headers.append('set-cookie', 'a=1');
    response.headers.append('set-cookie', 'b=2');
    return response;
  });
  const response = await fetch(`${url}/v1/messages?beta=true`, {
    method: 'POST',
    headers: [
      ['anthropic-beta', 'a'],
      ['anthropic-beta', 'b'],
    ],
    body: '{"a":1}',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('x-a')).toBe('1');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.text()).toBe('ok');
});

it('never uses the Host of the client as an address', async () => {
  const { port } = await start(echo, { allowedHosts: ['*'] });
  const text = await sendRaw(
    port,
    'GET //other.example/@x HTTP/1.1\r\nHost: other.example\r\nConnection: close\r\n\r\n',
  );
  const { url } = JSON.parse(parseResponses(text)[0]?.body ?? '') as { url: string };
  expect(url).toBe('http://gateway.invalid//other.example/@x');
});

it('streams the request and the response', async () => {
  const { url } = await start(async (request) => new Response(request.body));
  let send: (text: string) => void = () => {};
  let end = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      send = (text) => controller.enqueue(encode(text));
      end = () => controller.close();
    },
  });
  send('one');
  const init = { method: 'POST', body, duplex: 'half' };
  const response = await fetch(url, init as RequestInit);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (const text of ['one', 'two']) {
    expect(Buffer.from((await reader.read()).value ?? []).toString()).toBe(text);
    send('two');
  }
  end();
});

it('sends the headers before the first data of a stream', async () => {
  const gate = createGate();
  const { url } = await start(
    async () =>
      new Response(
        new ReadableStream({
          async pull(controller) {
            await gate.promise;
            controller.enqueue(encode('late'));
            controller.close();
          },
        }),
      ),
  );
  const response = await fetch(url);
  expect(response.status).toBe(200);
  gate.resolve();
  expect(await response.text()).toBe('late');
});

it('aborts the request when the client leaves', async () => {
  const aborted = createGate();
  const { url } = await start(
    (request) =>
      new Promise((resolve) => {
        request.signal.addEventListener('abort', () => {
          aborted.resolve();
          resolve(new Response());
        });
      }),
  );
  const abort = new AbortController();
  const sent = fetch(url, { signal: abort.signal }).catch(() => {});
  await new Promise((resolve) => setTimeout(resolve, 100));
  abort.abort();
  await Promise.all([aborted.promise, sent]);
});

it('cancels the body of the response when the client leaves', async () => {
  const cancelled = createGate();
  const { url } = await start(
    async () =>
      new Response(
        new ReadableStream({
          start: (controller) => controller.enqueue(encode('data')),
          cancel: () => cancelled.resolve(),
        }),
      ),
  );
  const abort = new AbortController();
  const response = await fetch(url, { signal: abort.signal });
  abort.abort();
  await cancelled.promise;
  await response.text().catch(() => {});
});

it('fails the request body when the client leaves within it', async () => {
  const failed = createGate();
  const { port } = await start(async (request) => {
    await request.text().catch(() => failed.resolve());
    return new Response();
  });
  const socket = connect(port, '127.0.0.1');
  socket.write('POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nhalf', () =>
    socket.destroy(),
  );
  await failed.promise;
});

it('cuts the connection if the body of the response fails', async () => {
  const { url } = await start(async () => {
    let isFirst = true;
    const body = new ReadableStream({
      pull(controller) {
        if (isFirst) controller.enqueue(encode('half'));
        else controller.error(new Error('upstream'));
        isFirst = false;
      },
    });
    return new Response(body);
  });
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow();
});

it('removes the headers of a connection from a response', async () => {
  const { url } = await start(
    async () =>
      new Response('a', {
        headers: { 'keep-alive': 'x', te: 'trailers', upgrade: 'h2', 'x-a': '1' },
      }),
  );
  const { headers } = await fetch(url);
  expect([headers.get('te'), headers.get('upgrade'), headers.get('x-a')]).toEqual([
    null,
    null,
    '1',
  ]);
  expect(headers.get('keep-alive')).not.toBe('x');
});

it('answers 500 in the form of the API if the gateway rejects', async () => {
  const { url } = await start(() => Promise.reject(new Error('sk-ant-secret')));
  const response = await fetch(url);
  expect(response.status).toBe(500);
  const text = await response.text();
  expect(JSON.parse(text)).toMatchObject({ type: 'error', error: { type: 'api_error' } });
  expect(text).not.toContain('secret');
});

const HOST = 'Host: localhost\r\n';
it.each<[string, number, string]>([
  ['two lengths', 400, `POST / HTTP/1.1\r\n${HOST}Content-Length: 1\r\nContent-Length: 1\r\n\r\na`],
  ['a length that is no number', 400, `POST / HTTP/1.1\r\n${HOST}Content-Length: 1a\r\n\r\na`],
  ['a negative length', 400, `POST / HTTP/1.1\r\n${HOST}Content-Length: -1\r\n\r\na`],
  [
    'a length and chunks',
    400,
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'two transfer encodings',
    400,
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
  ],
  [
    'another transfer encoding',
    400,
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n`,
  ],
  ['no Host', 400, 'GET / HTTP/1.1\r\n\r\n'],
  ['two Hosts', 400, `GET / HTTP/1.1\r\n${HOST}${HOST}\r\n`],
  ['a Host with credentials', 400, 'GET / HTTP/1.1\r\nHost: a@localhost\r\n\r\n'],
  ['a Host with a path', 400, 'GET / HTTP/1.1\r\nHost: localhost/x\r\n\r\n'],
  ['the Host of another site', 403, 'GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n'],
  ['a page of another site', 403, `GET / HTTP/1.1\r\n${HOST}Sec-Fetch-Site: cross-site\r\n\r\n`],
  ['an absolute target', 400, `GET http://other.example/ HTTP/1.1\r\n${HOST}\r\n`],
  ['a target that is an asterisk', 400, `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`],
  ['a backslash', 400, `GET /\\other.example HTTP/1.1\r\n${HOST}\r\n`],
  ['a fragment', 400, `GET /a#b HTTP/1.1\r\n${HOST}\r\n`],
  ['two dots', 400, `GET /v1/../admin HTTP/1.1\r\n${HOST}\r\n`],
  ['two encoded dots', 400, `GET /v1/%2e%2E/admin HTTP/1.1\r\n${HOST}\r\n`],
  ['dots with a parameter', 400, `GET /v1/..;a/admin HTTP/1.1\r\n${HOST}\r\n`],
  ['a null byte in the target', 400, `GET /\0 HTTP/1.1\r\n${HOST}\r\n`],
  ['a null byte in a header', 400, `GET / HTTP/1.1\r\n${HOST}X-A: \0\r\n\r\n`],
  ['a space before a colon', 400, `GET / HTTP/1.1\r\n${HOST}Content-Length : 0\r\n\r\n`],
  ['a bare line feed', 400, `GET / HTTP/1.1\nHost: localhost\n\n`],
  ['a long target', 414, `GET /${'a'.repeat(9_000)} HTTP/1.1\r\n${HOST}\r\n`],
  ['a target longer than all headers', 414, `GET /${'a'.repeat(70_000)} HTTP/1.1\r\n${HOST}\r\n`],
  ['a large header', 431, `GET / HTTP/1.1\r\n${HOST}X-A: ${'a'.repeat(70_000)}\r\n\r\n`],
  ['many headers', 431, `GET / HTTP/1.1\r\n${HOST}${'X-A: 1\r\n'.repeat(300)}\r\n`],
  ['CONNECT', 405, `CONNECT other.example:443 HTTP/1.1\r\n${HOST}\r\n`],
  ['TRACE', 405, `TRACE / HTTP/1.1\r\n${HOST}\r\n`],
  [
    'a websocket',
    400,
    `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
  ],
  ['a GET with a body', 400, `GET / HTTP/1.1\r\n${HOST}Content-Length: 1\r\n\r\na`],
  ['an unknown expectation', 417, `POST / HTTP/1.1\r\n${HOST}Expect: magic\r\n\r\n`],
  ['something else than HTTP', 400, 'hello\r\n\r\n'],
])('refuses %s and closes the connection', async (_what, status, text) => {
  const gateway = vi.fn(echo);
  const { port } = await start(gateway);
  const received = await sendRaw(port, text);
  const [response, ...others] = parseResponses(received);
  expect(response?.status).toBe(status);
  expect(others).toEqual([]);
  expect(gateway).not.toHaveBeenCalled();
  expect(JSON.parse(response?.body ?? '')).toMatchObject({ type: 'error' });
});

describe('headers and a target that are too large', () => {
  const long = 'a'.repeat(5_000);
  const body = 'content-length: 9\r\n\r\n{"a":"b"}';

  it.each([
    [431, 'in one packet', `GET / HTTP/1.1\r\n${HOST}X-A: ${long}\r\n\r\n`],
    [414, 'in one packet', `GET /${long} HTTP/1.1\r\n${HOST}\r\n`],
    [414, 'without an end', `GET /${long}`],
    [431, 'without an end', `GET / HTTP/1.1\r\n${HOST}X-A: ${long}`],
    [
      431,
      'after a body',
      `POST / HTTP/1.1\r\n${HOST}${body}GET / HTTP/1.1\r\nX-A: ${long}\r\n\r\n`,
    ],
    [414, 'after a body', `POST / HTTP/1.1\r\n${HOST}${body}GET /${long} HTTP/1.1\r\n\r\n`],
  ])('are answered %i %s', async (status, _where, text) => {
    const { port } = await start(echo, { limits: { headerBytes: 4_096, targetBytes: 1_000 } });
    expect(parseResponses(await sendRaw(port, text)).at(-1)?.status).toBe(status);
  });
});

it('takes the offer of HTTP/2 as HTTP/1.1, and closes the connection', async () => {
  const { port } = await start(echo);
  const text = await sendRaw(
    port,
    `GET / HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: h2c\r\n\r\n`,
  );
  expect(parseResponses(text)[0]?.status).toBe(200);
});

it('continues a client that waits, when the gateway reads the body', async () => {
  const { port } = await start(echo);
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let received = '';
  socket.on('data', (data) => {
    received += data;
    if (data.toString().startsWith('HTTP/1.1 100 ')) socket.write('body');
  });
  socket.write(
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once('close', resolve));
  const [first, second] = parseResponses(received);
  expect([first?.status, second?.status]).toEqual([100, 200]);
  expect(second?.body).toContain('"body":"body"');
});

it('does not continue a client whose request is answered without its body', async () => {
  const { port } = await start(async () => new Response('no', { status: 401 }));
  const text = await sendRaw(
    port,
    `POST / HTTP/1.1\r\n${HOST}Content-Length: 4\r\nExpect: 100-continue\r\n\r\n`,
  );
  expect(parseResponses(text).map(({ status }) => status)).toEqual([401]);
});

it('answers pipelined requests in order, and what is malformed after them', async () => {
  const { port } = await start(async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/1') await new Promise((resolve) => setTimeout(resolve, 100));
    return new Response(pathname);
  });
  const get = (path: string): string => `GET ${path} HTTP/1.1\r\n${HOST}\r\n`;
  const text = await sendRaw(port, `${get('/1')}${get('/2')}nonsense\r\n\r\n`);
  expect(parseResponses(text).map(({ status, body }) => [status, body.slice(0, 2)])).toEqual([
    [200, '/1'],
    [200, '/2'],
    [400, '{"'],
  ]);
});

it('answers 400 to a body whose chunks are malformed', async () => {
  const { port } = await start(echo);
  const text = await sendRaw(
    port,
    `POST / HTTP/1.1\r\n${HOST}Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n`,
  );
  expect(parseResponses(text).map(({ status }) => status)).toEqual([400]);
});

it('answers 408 to a request that arrives too slowly', async () => {
  const limits = { headersTimeoutMs: 200, requestTimeoutMs: 400 };
  const { port } = await start(echo, { limits });
  const [headers, body] = await Promise.all([
    sendRaw(port, 'GET / HTTP/1.1\r\nHost: loc'),
    sendRaw(port, `POST / HTTP/1.1\r\n${HOST}Content-Length: 9\r\n\r\nhalf`),
  ]);
  expect(parseResponses(headers).map(({ status }) => status)).toEqual([408]);
  expect(parseResponses(body).map(({ status }) => status)).toEqual([408]);
});

it('closes a connection that takes no data', async () => {
  const cancelled = createGate();
  const { port } = await start(
    async () =>
      new Response(
        new ReadableStream({
          pull: (controller) => controller.enqueue(new Uint8Array(1_000_000)),
          cancel: () => cancelled.resolve(),
        }),
      ),
    { limits: { writeTimeoutMs: 200 } },
  );
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  socket.pause();
  socket.write(`GET / HTTP/1.1\r\n${HOST}\r\n`);
  await cancelled.promise;
  socket.destroy();
});

it('closes connections above their largest number', async () => {
  const { port, url } = await start(echo, { limits: { connections: 1 } });
  const first = connect(port, '127.0.0.1');
  await new Promise((resolve) => first.once('connect', resolve));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await expect(fetch(url)).rejects.toThrow();
  first.destroy();
});

it('answers before a large body is received, and then drops the body', async () => {
  const { port } = await start(async () => new Response('too large', { status: 413 }));
  const socket = connect(port, '127.0.0.1').setEncoding('latin1');
  let received = '';
  socket.on('data', (data) => {
    received += data;
  });
  socket.write(`POST / HTTP/1.1\r\n${HOST}Content-Length: 5000000\r\n\r\n`);
  for (let i = 0; i < 5; i++)
    await new Promise((resolve) => socket.write(Buffer.alloc(1_000_000), resolve));
  socket.write(`GET / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
  await new Promise((resolve) => socket.once('close', resolve));
  expect(parseResponses(received).map(({ status }) => status)).toEqual([413, 413]);
});

it('reports refusals, first bytes and ends', async () => {
  const calls: unknown[] = [];
  const observer: ServerObserver = {
    onRefusal: ({ reason }) => calls.push(reason),
    onRequest: () => ({
      onFirstByte: () => calls.push('first byte'),
      onEnd: (id, isComplete) => calls.push([id, isComplete]),
    }),
  };
  const headers = { 'x-beta-headers-request-id': 'r1' };
  const { port } = await start(async () => new Response('a', { headers }), { observer });
  await sendRaw(port, 'GET / HTTP/1.1\r\n\r\n');
  await sendRaw(port, `GET / HTTP/1.1\r\n${HOST}Connection: close\r\n\r\n`);
  expect(calls).toEqual(['bad-host', 'first byte', ['r1', true]]);
});

it('finishes requests in flight when it closes, and takes no further ones', async () => {
  const gate = createGate();
  const arrived = createGate();
  const server = await start(async () => {
    arrived.resolve();
    await gate.promise;
    return new Response('done');
  });
  const sent = fetch(server.url);
  await arrived.promise;
  const closed = server.close(60_000);
  await expect(fetch(server.url)).rejects.toThrow();
  gate.resolve();
  const response = await sent;
  expect(response.headers.get('connection')).toBe('close');
  expect(await response.text()).toBe('done');
  expect(await closed).toBe(0);
});

it('cuts requests that are not finished in time', async () => {
  const aborted = createGate();
  const arrived = createGate();
  const server = await start((request) => {
    request.signal.addEventListener('abort', () => aborted.resolve());
    arrived.resolve();
    return new Promise(() => {});
  });
  const sent = expect(fetch(server.url)).rejects.toThrow();
  await arrived.promise;
  const closed = server.close(60_000);
  void server.close(10);
  await Promise.all([sent, aborted.promise]);
  expect(await closed).toBe(1);
});

it('reports a port that is in use', async () => {
  const { port } = await start(echo);
  const { createServer } = await import('node:http');
  const { startServer } = await import('../../src/node/server.ts');
  const error: unknown = await startServer(createServer(), '127.0.0.1', port).catch((e) => e);
  expect(error).toBeInstanceOf(ListenError);
  expect(error).toMatchObject({ code: 'EADDRINUSE', message: expect.stringContaining(`${port}`) });
});

/** Connections to upstreams. */
import { createServer, type Server as NetServer } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import {
  createPoolSend,
  createPools,
  type PoolOptions,
  type PoolSend,
} from '../../src/node/pools.ts';
import { createGate, listenUpstream } from './support/listen.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function startUpstream(
  listener: Parameters<typeof listenUpstream>[0],
  options?: PoolOptions,
): Promise<{ url: string; send: PoolSend }> {
  const upstream = await listenUpstream(listener);
  const send = createPoolSend(upstream.url, options);
  open.push(() => send.close(), upstream.close);
  return { url: upstream.url, send };
}

async function startRaw(
  onSocket: Parameters<typeof createServer>[1],
): Promise<{ url: string; send: PoolSend }> {
  const server: NetServer = createServer(onSocket);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address() as { port: number };
  const url = `http://127.0.0.1:${address.port}`;
  const send = createPoolSend(url);
  open.push(() => send.close());
  open.push(() => new Promise((resolve) => server.close(resolve)));
  return { url, send };
}

it('sends a request to its origin and returns the response', async () => {
  const { url, send } = await startUpstream((request, response) => {
    let body = '';
    request.on('data', (data) => {
      body += data;
    });
    request.on('end', () => {
      response.writeHead(201, { 'x-a': ['1', '2'], 'set-cookie': ['a=1', 'b=2'] });
      response.end(`${request.method} ${request.url} ${request.headers['x-b']} ${body}`);
    });
  });
  const response = await send(`${url}/v1/messages?beta=true`, {
    method: 'POST',
    headers: { 'x-b': 'é' },
    body: '{}',
  });
  expect(response.status).toBe(201);
  expect(response.headers.get('x-a')).toBe('1, 2');
  expect(response.headers.getSetCookie()).toEqual(['a=1', 'b=2']);
  expect(await response.text()).toBe('POST /v1/messages?beta=true é {}');
});

it('sends nothing to another origin', async () => {
  let count = 0;
  const other = await listenUpstream((_request, response) => {
    count++;
    response.end();
  });
  open.push(other.close);
  const { url, send } = await startUpstream((_request, response) => response.end('configured'));
  const { host } = new URL(other.url);
  for (const target of [
    `${other.url}/v1/messages`,
    `${url}@${host}/`,
    `${url.replace('http://', 'http://user:secret@')}/`,
    `${url.replace('http:', 'https:')}/`,
    `${url.replace('127.0.0.1', 'localhost')}/`,
    `//${host}/`,
    'file:///etc/passwd',
    '',
  ]) {
    const error = await send(target, {}).catch((reason: unknown) => reason);
    expect(error, target).toMatchObject({ code: 'ERR_ORIGIN_NOT_CONFIGURED' });
    expect(String(error)).not.toContain('secret');
  }
  for (const path of [`//${host}/`, `/\\${host}/`, `/@${host}`, `/${other.url}`, `/#${other.url}`])
    expect(await (await send(url + path, {})).text(), path).toBe('configured');
  expect(count).toBe(0);
});

it('does not follow a redirect', async () => {
  const { url, send } = await startUpstream((request, response) => {
    response.writeHead(request.url === '/' ? 307 : 200, { location: '/other' });
    response.end();
  });
  expect((await send(`${url}/`, {})).status).toBe(307);
});

it('ignores the proxy of the environment', async () => {
  const before = process.env['HTTP_PROXY'];
  process.env['HTTP_PROXY'] = 'http://127.0.0.1:9';
  try {
    const { url, send } = await startUpstream((_request, response) => response.end('direct'));
    expect(await (await send(`${url}/`, {})).text()).toBe('direct');
  } finally {
    if (before === undefined) delete process.env['HTTP_PROXY'];
    else process.env['HTTP_PROXY'] = before;
  }
});

it('uses the proxy that is configured', async () => {
  const { url } = await startUpstream((_request, response) => response.end('direct'));
  const targets: (string | undefined)[] = [];
  const proxy = await listenUpstream((request, response) => {
    targets.push(request.url);
    response.end('by proxy');
  });
  const send = createPoolSend(url, { proxy: proxy.url });
  open.push(() => send.close(), proxy.close);
  expect(await (await send(`${url}/v1/models`, {})).text()).toBe('by proxy');
  expect(targets).toEqual([`${url}/v1/models`]);
});

it('sends its own host and length instead of given ones', async () => {
  const { url, send } = await startUpstream((request, response) => {
    response.end(JSON.stringify([request.headers.host, request.headers['content-length']]));
  });
  const headers = { host: 'other.example', 'content-length': '99' };
  const response = await send(`${url}/`, { method: 'POST', headers, body: '{}' });
  expect(await response.json()).toEqual([new URL(url).host, '2']);
});

it.each([
  ['5', [undefined, '5']],
  [undefined, ['chunked', undefined]],
])('streams a request body with the length %s', async (length, expected) => {
  const { url, send } = await startUpstream((request, response) => {
    const { 'transfer-encoding': coding, 'content-length': size } = request.headers;
    response.end(JSON.stringify([coding ?? null, size ?? null]));
  });
  const headers = length === undefined ? {} : { 'content-length': length };
  const body = new Blob(['hello']).stream();
  const init = { method: 'POST', headers, body, duplex: 'half' };
  const response = await send(`${url}/`, init as RequestInit);
  expect(await response.json()).toEqual(expected.map((value) => value ?? null));
});

it('streams a request body while the response is open', async () => {
  const { url, send } = await startUpstream((request, response) => {
    response.flushHeaders();
    request.on('data', (data) => response.write(data));
    request.on('end', () => response.end());
  });
  let write: (text: string) => void = () => {};
  let end = (): void => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      write = (text) => controller.enqueue(new TextEncoder().encode(text));
      end = () => controller.close();
    },
  });
  const init = { method: 'POST', body, duplex: 'half' };
  write('one');
  const response = await send(`${url}/`, init as RequestInit);
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  for (const text of ['one', 'two']) {
    const { value } = await reader.read();
    expect(Buffer.from(value ?? []).toString()).toBe(text);
    if (text === 'one') write('two');
  }
  end();
  expect((await reader.read()).done).toBe(true);
});

it('reads no further than the client reads', async () => {
  let written = 0;
  let isFinished = false;
  const { url, send } = await startUpstream((_request, response) => {
    const chunk = Buffer.alloc(65_536);
    const write = (): void => {
      while (written < 2_000) {
        written++;
        if (!response.write(chunk)) {
          response.once('drain', write);
          return;
        }
      }
      isFinished = true;
      response.end();
    };
    write();
  });
  const response = await send(`${url}/`, {});
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(isFinished).toBe(false);
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>)
    bytes += chunk.byteLength;
  expect(bytes).toBe(2_000 * 65_536);
});

it.each([
  ['before the response', false],
  ['within the response', true],
])('aborts the upstream %s', async (_when, hasStarted) => {
  const closed = createGate();
  const arrived = createGate();
  const { url, send } = await startUpstream((_request, response) => {
    response.on('close', () => closed.resolve());
    if (hasStarted) response.write('data');
    arrived.resolve();
  });
  const abort = new AbortController();
  const sent = send(`${url}/`, { signal: abort.signal });
  const result = hasStarted ? (await sent).text() : sent;
  const failed = expect(result).rejects.toMatchObject({ name: 'AbortError' });
  await arrived.promise;
  abort.abort();
  await failed;
  await closed.promise;
});

it('aborts the upstream when the body is cancelled', async () => {
  const closed = createGate();
  const { url, send } = await startUpstream((_request, response) => {
    response.on('close', () => closed.resolve());
    response.write('data');
  });
  await (await send(`${url}/`, {})).body?.cancel();
  await closed.promise;
});

it('sends nothing if the signal is aborted before', async () => {
  const { url, send } = await startUpstream((_request, response) => response.end());
  const error = await send(`${url}/`, { signal: AbortSignal.abort() }).catch((e: unknown) => e);
  expect(error).toMatchObject({ name: 'AbortError' });
});

it('throws the error of a refused connection', async () => {
  const { url, send } = await startUpstream((_request, response) => response.end());
  await Promise.all(open.splice(1).map((close) => close()));
  await expect(send(`${url}/`, {})).rejects.toMatchObject({ code: 'ECONNREFUSED' });
});

it('throws the error of a host without an address', async () => {
  const send = createPoolSend('http://no-such-host.invalid');
  open.push(() => send.close());
  await expect(send('http://no-such-host.invalid/', {})).rejects.toMatchObject({
    code: expect.stringMatching(/ENOTFOUND|EAI_AGAIN/),
  });
});

it('throws a timeout if no headers arrive', async () => {
  const { url, send } = await startUpstream(() => {}, { headersTimeoutMs: 100 });
  await expect(send(`${url}/`, {})).rejects.toMatchObject({ code: 'UND_ERR_HEADERS_TIMEOUT' });
});

it('fails the body of a response that falls silent', async () => {
  const { url, send } = await startUpstream((_request, response) => response.write('data'), {
    bodyTimeoutMs: 100,
  });
  const response = await send(`${url}/`, {});
  await expect(response.text()).rejects.toMatchObject({ code: 'UND_ERR_BODY_TIMEOUT' });
});

it('fails the body of a response that is cut', async () => {
  const { url, send } = await startRaw((socket) => {
    socket.on('error', () => {});
    socket.once('data', () =>
      socket.write('HTTP/1.1 200 OK\r\ncontent-length: 100\r\n\r\nhalf', () => socket.destroy()),
    );
  });
  const response = await send(`${url}/`, {});
  await expect(response.text()).rejects.toMatchObject({ code: 'UND_ERR_SOCKET' });
});

it.each([
  ['is no HTTP', 'nonsense\r\n\r\n'],
  ['has a status that is none', 'HTTP/1.1 999 Odd\r\ncontent-length: 0\r\n\r\n'],
  ['has two lengths', 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nab'],
])('throws for a response that %s', async (_what, text) => {
  const { url, send } = await startRaw((socket) => {
    socket.on('error', () => {});
    socket.once('data', () => socket.end(text));
  });
  await expect(send(`${url}/`, {})).rejects.toThrow();
});

it('takes a response after informational ones', async () => {
  const { url, send } = await startRaw((socket) => {
    socket.on('error', () => {});
    socket.once('data', () =>
      socket.end('HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 204 No Content\r\n\r\n'),
    );
  });
  const response = await send(`${url}/`, {});
  expect([response.status, response.body]).toEqual([204, null]);
});

it('has one pool for each origin', async () => {
  const pools = createPools();
  open.push(() => pools.close());
  const first = pools.get('https://example.com/v1');
  expect(pools.get('https://example.com/v2')).toBe(first);
  expect(pools.get('https://example.com:8443')).not.toBe(first);
  expect(first.origin).toBe('https://example.com');
});

it.each(['ftp://example.com', 'example.com', ''])('rejects %j as an origin', (url) => {
  expect(() => createPoolSend(url)).toThrow(/is not a URL that begins with https:/);
});

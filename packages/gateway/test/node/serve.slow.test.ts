/** A gateway that listens, with its health, metrics and log. */
import { afterEach, expect, it, vi } from 'vitest';
import { createLog } from '../../src/node/log.ts';
import { type GatewayServer, type ServeOptions, serveGateway } from '../../src/node/serve.ts';
import { closeOnSignals } from '../../src/node/signals.ts';
import type { UpstreamAuth } from '../../src/types.ts';
import { createGate, listenUpstream, type TestUpstream } from './support/listen.ts';
import { parseResponses, sendRaw } from './support/raw.ts';

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

const KEY: UpstreamAuth = { mode: 'replace', header: 'x-api-key', value: 'operator-key' };
const BODY = '{"model":"claude-opus-5-5","max_tokens":5,"messages":[]}';

interface Served {
  readonly server: GatewayServer;
  readonly upstream: TestUpstream;
  readonly lines: Record<string, unknown>[];
}

async function serve(
  listener: Parameters<typeof listenUpstream>[0],
  {
    auth = KEY,
    platform = 'claude-api',
    ...options
  }: Partial<ServeOptions> & { auth?: UpstreamAuth; platform?: 'claude-api' | 'foundry' } = {},
): Promise<Served> {
  const upstream = await listenUpstream(listener);
  open.push(upstream.close);
  const lines: Record<string, unknown>[] = [];
  const server = await serveGateway({
    gateway: { upstreams: [{ name: 'main', platform, url: upstream.url, auth }] },
    port: 0,
    log: createLog({ level: 'debug', write: (line) => lines.push(JSON.parse(line)) }),
    ...options,
  });
  open.push(() => server.close({ shutdownMs: 0 }));
  return { server, upstream, lines };
}

const answer: Parameters<typeof listenUpstream>[0] = (request, response) => {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end('{"type":"message"}');
  });
};

const post = (url: string, betas = ''): Promise<Response> =>
  fetch(`${url}/v1/messages?beta=true`, {
    method: 'POST',
    headers: { 'anthropic-version': '2023-06-01', ...(betas && { 'anthropic-beta': betas }) },
    body: BODY,
  });

it('forwards a request to its upstream', async () => {
  const { server } = await serve(answer);
  const response = await post(server.url);
  expect(response.status).toBe(200);
  expect(await response.text()).toBe('{"type":"message"}');
});

it('answers below its base path only', async () => {
  const urls: (string | undefined)[] = [];
  const { server } = await serve(
    (request, response) => {
      urls.push(request.url);
      answer(request, response);
    },
    { basePath: '/hard-to-guess' },
  );
  expect((await post(server.url)).status).toBe(404);
  expect((await post(`${server.url}/hard-to-guess-`)).status).toBe(404);
  const response = await post(`${server.url}/hard-to-guess`);
  expect([response.status, await response.text()]).toEqual([200, '{"type":"message"}']);
  expect(urls).toEqual(['/v1/messages?beta=true']);
});

it.each([
  ['cannot be reached', 502, 'ECONNREFUSED', 'close'],
  ['is too slow', 504, 'UND_ERR_HEADERS_TIMEOUT', 'hang'],
])('answers for an upstream that %s', async (_what, status, code, kind) => {
  const { server, upstream } = await serve(() => {}, { pools: { headersTimeoutMs: 200 } });
  if (kind === 'close') await upstream.close();
  const response = await post(server.url);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    type: 'error',
    error: { message: expect.stringContaining(code) },
  });
});

it('keeps the connection of a client whose upload the upstream breaks', async () => {
  let requests = 0;
  const { server } = await serve((request, response) => {
    if (requests++ === 0) request.once('data', () => request.socket.resetAndDestroy());
    else answer(request, response);
  });
  const chunk = Buffer.alloc(65_536, 'a');
  const piece = `10000\r\n${chunk}\r\n`;
  const upload = `POST /v1/files HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n`;
  const next = `POST /v1/messages HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n`;
  const rest = `content-length: ${BODY.length}\r\n\r\n${BODY}`;
  const text = `${upload}${piece.repeat(60)}0\r\n\r\n${next}${rest}`;
  const responses = parseResponses(await sendRaw(server.port, text, 20_000));
  expect(responses.map(({ status }) => status)).toEqual([502, 200]);
});

it('aborts the upstream when the client leaves', async () => {
  const closed = createGate();
  const arrived = createGate();
  const { server } = await serve((_request, response) => {
    response.on('close', closed.resolve);
    arrived.resolve();
  });
  const abort = new AbortController();
  const sent = fetch(`${server.url}/v1/messages`, {
    method: 'POST',
    body: BODY,
    signal: abort.signal,
  }).catch(() => {});
  await arrived.promise;
  abort.abort();
  await Promise.all([closed.promise, sent]);
  await vi.waitFor(async () => {
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch(/^beta_headers_aborted_responses_total 1$/m);
    expect(text).toMatch(/^beta_headers_requests_in_flight 0$/m);
    // The request has an end, so nothing about it is kept.
    expect(text).toMatch(/^beta_headers_request_duration_seconds_count\{.* 1$/m);
  });
});

it('streams a file through without its length in memory', async () => {
  const first = createGate();
  let received = 0;
  const { server } = await serve((request, response) => {
    request.on('data', (chunk: Buffer) => {
      received += chunk.length;
      first.resolve();
    });
    request.on('end', () => response.end(String(received)));
  });
  let count = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      // The upstream has the first bytes before the client has sent the others.
      if (count === 1) await first.promise;
      if (count++ < 20) controller.enqueue(new Uint8Array(100_000));
      else controller.close();
    },
  });
  const init = { method: 'POST', body, duplex: 'half' };
  const response = await fetch(`${server.url}/v1/files`, init as RequestInit);
  expect(await response.text()).toBe('2000000');
});

it('reports that it is alive, and that its credentials can be had', async () => {
  let value = '';
  const auth: UpstreamAuth = { mode: 'replace', header: 'x-api-key', value: () => value };
  const { server, lines } = await serve(answer, { auth });
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200);
  const notReady = await fetch(`${server.url}/readyz`);
  expect(notReady.status).toBe(503);
  expect(await notReady.json()).toEqual({
    status: 'not ready',
    upstreams: [{ name: 'main', ready: false }],
  });
  expect(lines).toMatchObject([{ level: 'warn', message: 'no credential', upstream: 'main' }]);
  value = 'key';
  const second = await serve(answer, { auth });
  const ready = await fetch(`${second.server.url}/readyz`);
  expect(ready.status).toBe(200);
  expect(await ready.text()).not.toContain('key');
});

it('is not ready with a signer that fails, and keeps its error to itself', async () => {
  const auth: UpstreamAuth = {
    mode: 'sign',
    sign: () => Promise.reject(Object.assign(new Error('secret-token expired'), { code: 'X' })),
  };
  const { server, lines } = await serve(answer, { auth });
  const response = await fetch(`${server.url}/readyz`);
  expect(response.status).toBe(503);
  expect((await response.text()) + JSON.stringify(lines)).not.toContain('secret-token');
});

it('is not ready while it closes', async () => {
  const gate = createGate();
  const arrived = createGate();
  const { server } = await serve((_request, response) => {
    arrived.resolve();
    void gate.promise.then(() => response.end('{}'));
  });
  const { createConnection } = await import('node:net');
  const socket = createConnection(server.port, '127.0.0.1').setEncoding('latin1');
  let received = '';
  socket.on('data', (data) => {
    received += data;
  });
  const head = 'Host: localhost\r\n';
  socket.write(
    `POST /v1/messages HTTP/1.1\r\n${head}Content-Length: ${BODY.length}\r\n\r\n${BODY}`,
  );
  await arrived.promise;
  const closed = server.close();
  // A second request on the connection that is still open.
  socket.write(`GET /readyz HTTP/1.1\r\n${head}Connection: close\r\n\r\n`);
  await new Promise((resolve) => setTimeout(resolve, 50));
  gate.resolve();
  await new Promise((resolve) => socket.once('close', resolve));
  await closed;
  expect(received.startsWith('HTTP/1.1 200 ')).toBe(true);
  expect(received).not.toContain('"ready"');
});

it('counts requests, decisions and times, with one label for unknown betas', async () => {
  const { server } = await serve(answer, { platform: 'foundry' });
  for (let i = 0; i < 3; i++) await (await post(server.url, `made-up-${i}-2025-01-01`)).text();
  await (await post(server.url, 'prompt-caching-2024-07-31')).text();
  await (await fetch(`${server.url}/api/hello`, { method: 'HEAD' })).text();
  await (await fetch(`${server.url}/${'a'.repeat(9_000)}`)).text();
  const response = await fetch(`${server.url}/metrics`);
  expect(response.headers.get('content-type')).toContain('text/plain');
  const text = await response.text();
  expect(text).toMatch(
    /^beta_headers_requests_total\{kind="messages",upstream="main",status="2xx",verdict="\w+"\} \d/m,
  );
  expect(text).toContain('kind="probe",upstream="none"');
  expect(text).not.toContain('made-up');
  expect(text).toMatch(/^beta_headers_upstream_requests_total\{upstream="main"\} 4$/m);
  expect(text).toMatch(
    /^beta_headers_time_to_first_byte_seconds_count\{kind="messages",upstream="main"\} 4$/m,
  );
  expect(text).toMatch(
    /^beta_headers_request_duration_seconds_count\{kind="messages",upstream="main"\} 4$/m,
  );
  expect(text).toMatch(/^beta_headers_requests_in_flight 0$/m);
  expect(text).toMatch(/^beta_headers_memory_up 1$/m);
  expect(text).toMatch(/^beta_headers_refused_requests_total\{reason="target-too-long"\} 1$/m);
  for (const line of text.split('\n')) expect(line).toMatch(/^$|^# |^beta_headers_/);
});

it.each(['/healthz', '/readyz', '/metrics'])('keeps POST %s from the upstream', async (path) => {
  const received = vi.fn(answer);
  const { server } = await serve(received);
  const response = await fetch(server.url + path, { method: 'POST', body: '{}' });
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  expect(await response.text()).toContain(`${path} takes GET and HEAD, not POST.`);
  expect(received).not.toHaveBeenCalled();
});

it('has no metrics if they are switched off', async () => {
  const { server } = await serve(
    (_request, response) => {
      response.statusCode = 404;
      response.end();
    },
    { metrics: false },
  );
  expect((await fetch(`${server.url}/metrics`)).status).toBe(404);
});

it('logs one entry for each request, without keys, prompts and queries', async () => {
  const { server, lines } = await serve(answer);
  await fetch(`${server.url}/v1/messages?secret=query-text`, {
    method: 'POST',
    headers: { 'x-api-key': 'client-key', 'anthropic-beta': 'sk-ant-api03-pasted' },
    body: '{"model":"claude-opus-5-5","messages":[{"role":"user","content":"prompt-text"}]}',
  });
  await fetch(`${server.url}/api/hello`, { method: 'HEAD' });
  const requests = lines.filter(({ message }) => message === 'request');
  expect(requests).toMatchObject([
    { kind: 'messages', upstream: 'main', status: 200, attempts: 1 },
    { kind: 'probe', level: 'debug' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(
    /query-text|client-key|operator-key|prompt-text|sk-ant/,
  );
});

it.each([true, false])('logs what the server refuses, with metrics: %s', async (metrics) => {
  const { server, lines } = await serve(answer, { metrics });
  const text = 'POST /v1/messages?secret=query-text HTTP/1.1\r\n';
  await sendRaw(server.port, `${text}host: planted.example\r\n\r\n`);
  await sendRaw(server.port, `${text}host: localhost\r\nexpect: planted\r\n\r\n`);
  await sendRaw(server.port, 'planted\r\n\r\n');
  expect(lines.filter(({ message }) => message === 'refused')).toMatchObject([
    { level: 'warn', status: 403, reason: 'host-not-allowed' },
    { level: 'info', status: 417, reason: 'expectation' },
    { level: 'info', status: 400, reason: 'malformed' },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(/planted|query-text/);
});

it('reports a change at warn once, then at info', async () => {
  const { server, lines } = await serve(answer);
  // Retired: the API ignores it, and the gateway drops it.
  for (let i = 0; i < 2; i++) await (await post(server.url, 'output-128k-2025-02-19')).text();
  const { server: other, lines: otherLines } = await serve(answer, { platform: 'foundry' });
  for (let i = 0; i < 2; i++) await (await post(other.url, 'fast-mode-2026-02-01')).text();
  const dropped = [...lines, ...otherLines].filter(({ changes }) =>
    JSON.stringify(changes ?? '').includes('dropped:'),
  );
  expect(dropped.length).toBeGreaterThan(0);
  for (let i = 0; i + 1 < dropped.length; i += 2)
    expect([dropped[i]?.['level'], dropped[i + 1]?.['level']]).toEqual(['warn', 'info']);
});

it('closes on a signal, after the requests in flight', async () => {
  const arrived = createGate();
  const gate = createGate();
  const { server } = await serve((_request, response) => {
    arrived.resolve();
    void gate.promise.then(() => response.end('{"type":"message"}'));
  });
  const signals: string[] = [];
  const closed = closeOnSignals(server, {
    signals: ['SIGUSR2'],
    onSignal: (signal) => signals.push(signal),
  });
  const sent = post(server.url);
  await arrived.promise;
  process.kill(process.pid, 'SIGUSR2');
  await new Promise((resolve) => setTimeout(resolve, 50));
  gate.resolve();
  expect(await (await sent).text()).toBe('{"type":"message"}');
  expect(await closed).toBe('SIGUSR2');
  expect(signals).toEqual(['SIGUSR2']);
  expect(process.listenerCount('SIGUSR2')).toBe(0);
});

it('cuts the requests in flight on a second signal', async () => {
  const arrived = createGate();
  const { server } = await serve(() => arrived.resolve());
  const first = createGate();
  const closed = closeOnSignals(server, { signals: ['SIGUSR2'], onSignal: first.resolve });
  const failed = expect(post(server.url)).rejects.toThrow();
  await arrived.promise;
  process.kill(process.pid, 'SIGUSR2');
  await first.promise;
  process.kill(process.pid, 'SIGUSR2');
  await Promise.all([closed, failed]);
});

it('rejects wrong options, and keeps no port', async () => {
  const gateway = {
    upstreams: [{ name: 'a', platform: 'claude-api', url: 'https://example.com', auth: KEY }],
  } as const;
  await expect(serveGateway({ gateway, limits: { headers: 0 } })).rejects.toThrow(
    'limits.headers is 0; give a whole number from 1 to 2147483647',
  );
  await expect(serveGateway({ gateway, limits: { headersMs: 5 } as never })).rejects.toThrow(
    /limits\.headersMs is unknown/,
  );
  await expect(serveGateway({ gateway: { upstreams: [] }, port: 0 })).rejects.toThrow(TypeError);
});

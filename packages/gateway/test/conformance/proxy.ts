/** A small forwarding proxy with faults that can be switched on, to test the suite. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  request,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { EDITS, type Fault, filterBetas, REFUSALS } from './faults.ts';

/** A running proxy. */
export interface Proxy {
  readonly url: string;
  readonly close: () => Promise<void>;
}

const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Starts a proxy that forwards to the port, with a key of its own in place of the client's. */
export async function startProxy(
  upstreamPort: () => number,
  faults: readonly Fault[] = [],
): Promise<Proxy> {
  const active = new Set(faults);
  const server = createServer((incoming, outgoing) => {
    outgoing.on('error', () => undefined);
    void forward(incoming, outgoing, upstreamPort(), active).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

type Headers = Record<string, string | string[]>;

type Faults = ReadonlySet<Fault>;

function findRefusal(incoming: IncomingMessage, faults: Faults): number | undefined {
  for (const fault of faults) {
    const [status, matches] = REFUSALS[fault] ?? [];
    if (matches?.(incoming.method ?? '', incoming.url ?? '')) return status;
  }
  return undefined;
}

async function forward(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  port: number,
  faults: Faults,
): Promise<void> {
  const body = editBody(await readAll(incoming), incoming, faults);
  const refusal = findRefusal(incoming, faults);
  if (refusal !== undefined) {
    outgoing.writeHead(refusal).end();
    return;
  }
  if (faults.has('limits-bodies') && body.length > 1_000_000) {
    outgoing.writeHead(413).end();
    return;
  }
  const headers = filterRequest(incoming, faults);
  const send = (target: string): Promise<IncomingMessage> =>
    new Promise((resolve, reject) => {
      const options = { host: '127.0.0.1', port, method: incoming.method, path: target, headers };
      const upstream = request(options, resolve);
      upstream.on('error', reject);
      if (!faults.has('ignores-aborts')) outgoing.on('close', () => upstream.destroy());
      upstream.end(body);
    });
  const path = incoming.url ?? '/';
  let response = await send(choosePath(path, body, faults));
  if (faults.has('retries') && response.statusCode === 529) {
    response = await send(path);
  }
  const { location } = response.headers;
  if (faults.has('follows-redirects') && location !== undefined) {
    response = await send(new URL(location).pathname);
  }
  await answer(response, outgoing, faults);
}

function choosePath(path: string, body: Buffer, faults: Faults): string {
  if (faults.has('decodes-paths')) return decodeURIComponent(path);
  if (!faults.has('rewrites-paths')) return path;
  const suffix = body.includes('"stream":true') ? '-with-response-stream' : '';
  return `/model/us.anthropic.claude-sonnet-4-6/invoke${suffix}`;
}

async function readAll(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function editBody(body: Buffer, incoming: IncomingMessage, faults: Faults): Buffer {
  for (const fault of faults) {
    const [pattern, replacement = ''] = EDITS[fault] ?? [];
    if (pattern === undefined || !pattern.test(body.toString('utf8'))) continue;
    return Buffer.from(body.toString('utf8').replace(pattern, replacement));
  }
  if (faults.has('filters-betas') && body.includes('anthropic_beta')) {
    const text = filterBetas(body.toString('utf8'), incoming.url ?? '');
    const tidied = text.replace(',]', ']').replace('"anthropic_beta":[],', '');
    return Buffer.from(
      faults.has('forgets-pairs') ? tidied : tidied.replace(',"speed":"fast"', ''),
    );
  }
  if (!faults.has('re-serialises') && !faults.has('merges-system')) return body;
  try {
    const json = JSON.parse(body.toString('utf8')) as { system?: { text: string }[] };
    if (faults.has('merges-system') && Array.isArray(json.system)) {
      const text = json.system.map((block) => block.text).join('\n');
      json.system = [{ ...json.system[0], text }];
    }
    return Buffer.from(JSON.stringify(json));
  } catch {
    return body;
  }
}

function filterRequest(incoming: IncomingMessage, faults: Faults): Headers {
  const named = (incoming.headers.connection ?? '').split(',').map((name) => name.trim());
  const headers: Headers = {};
  for (const [name, values = []] of Object.entries(incoming.headersDistinct)) {
    if (name === 'content-length' || name === 'transfer-encoding') continue;
    if (name === 'host') {
      if (faults.has('passes-the-host')) headers[name] = values.join();
      continue;
    }
    const isHop = HOP_BY_HOP.has(name) || named.includes(name);
    if (isHop && !faults.has('keeps-hop-by-hop-headers')) continue;
    if (name === 'x-api-key' || name === 'authorization') {
      if (faults.has('leaks-credentials')) headers[name] = values;
      continue;
    }
    if (faults.has('drops-unknown-headers') && name.includes('unknown')) continue;
    if (faults.has('drops-versions') && name === 'anthropic-version') continue;
    headers[name] = values;
  }
  editBetas(headers, incoming, faults);
  if (!faults.has('leaks-credentials') || faults.has('adds-its-key')) {
    headers['api-key'] = ['key-of-the-gateway'];
  }
  return headers;
}

function editBetas(headers: Headers, incoming: IncomingMessage, faults: Faults): void {
  const list = [headers['anthropic-beta'] ?? []].flat().join();
  let betas = list.split(',').filter((id) => id !== '');
  if (faults.has('drops-unknown-betas')) betas = betas.filter((id) => !id.includes('2030'));
  if (faults.has('drops-oauth')) betas = betas.filter((id) => !id.startsWith('oauth-'));
  if (faults.has('drops-all-betas')) betas = [];
  if (faults.has('adds-a-beta') && betas.length === 0) betas = ['messages-2023-12-15'];
  if (faults.has('filters-betas')) {
    betas = filterBetas(betas.join(), incoming.url ?? '').split(',');
  }
  if (betas.join() === list) return;
  headers['anthropic-beta'] = betas.join();
}

function filterResponse(headers: IncomingHttpHeaders, faults: Faults): IncomingHttpHeaders {
  const named = (headers.connection ?? '').split(',').map((name) => name.trim());
  const kept = Object.entries(headers).filter(([name]) => {
    if (faults.has('drops-request-ids') && name === 'request-id') return false;
    if (faults.has('drops-response-headers') && name === 'x-conformance-answer') return false;
    if (faults.has('drops-retry-after') && name === 'retry-after') return false;
    if (faults.has('keeps-hop-by-hop-headers') && name !== 'transfer-encoding') return true;
    return !HOP_BY_HOP.has(name) && !named.includes(name);
  });
  return Object.fromEntries(kept);
}

/** The first answer of each caching proxy. */
const caches = new WeakMap<Faults, Promise<Buffer>>();

async function answer(
  response: IncomingMessage,
  outgoing: ServerResponse,
  faults: Faults,
): Promise<void> {
  const status = response.statusCode ?? 502;
  const headers = filterResponse(response.headers, faults);
  if (faults.has('changes-the-stream-type') && headers['content-type']?.includes('stream')) {
    headers['content-type'] = 'application/octet-stream';
  }
  if (faults.has('wraps-errors') && status >= 400) {
    const text = (await readAll(response)).toString('utf8');
    outgoing.writeHead(status, { 'content-type': 'application/json' });
    outgoing.end(JSON.stringify({ error: { message: `upstream said: ${text}` } }));
    return;
  }
  outgoing.writeHead(status, headers);
  outgoing.flushHeaders();
  if (faults.has('buffers')) {
    outgoing.end(await readAll(response));
    return;
  }
  if (faults.has('caches-answers')) {
    const cached = caches.get(faults) ?? readAll(response);
    caches.set(faults, cached);
    outgoing.end(await cached);
    return;
  }
  if (faults.has('decodes-answers') && headers['content-encoding'] === 'gzip') {
    outgoing.end(gunzipSync(await readAll(response)));
    return;
  }
  if (faults.has('drops-fields-of-answers') && headers['content-type'] === 'application/json') {
    const text = (await readAll(response)).toString('utf8');
    outgoing.end(text.replace(',"a_new_field":1.0', ''));
    return;
  }
  const isPlainJson =
    headers['content-type'] === 'application/json' && headers['content-encoding'] === undefined;
  if (faults.has('edits-answers') && isPlainJson) {
    const text = (await readAll(response)).toString('utf8');
    outgoing.end(text.replace('{"id": ', '{"id":'));
    return;
  }
  await pipe(response, outgoing, faults);
}

async function pipe(
  response: IncomingMessage,
  outgoing: ServerResponse,
  faults: Faults,
): Promise<void> {
  try {
    for await (const chunk of response) {
      const isPing = faults.has('swallows-pings') && (chunk as Buffer).includes('event: ping');
      if (isPing) continue;
      const text = (chunk as Buffer).toString('latin1');
      const kept = faults.has('drops-comments') ? text.replace(': a comment\n', '') : text;
      outgoing.write(Buffer.from(kept, 'latin1'));
    }
    outgoing.end();
  } catch {
    if (faults.has('ends-broken-streams')) outgoing.end();
    else outgoing.destroy();
  }
}

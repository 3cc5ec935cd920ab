/** Sends hostile requests to a listening gateway, and checks what comes through. */
import { expect } from 'vitest';
import { serveGateway } from '../../../src/node/serve.ts';
import { createRandom, LEAK, makeLast, makeValid, SMUGGLED, sendBatch } from './fuzz.ts';
import { listenUpstream, type TestUpstream } from './listen.ts';

/** The counts of a run. */
export interface FuzzResult {
  readonly requests: number;
  readonly connections: number;
  readonly forwarded: number;
}

/** The number of connections at a time. */
const PARALLEL = 24;
/** The largest number of requests on a connection. */
const BATCH = 24;

/** Sends at least `count` requests. Fails if one of them has an effect that it must not have. */
export async function runFuzz(count: number, seed: number): Promise<FuzzResult> {
  const problems: string[] = [];
  const report = (problem: string): void => {
    if (problems.length < 10) problems.push(problem);
  };
  const decoy = await listenUpstream((request) => report(`decoy: ${request.url}`));
  decoy.server.on('connection', () => report('a connection to the decoy'));
  let forwarded = 0;
  const upstream = await startUpstream(decoy, report, () => forwarded++);
  const auth = { mode: 'replace', header: 'x-api-key', value: 'operator-key' } as const;
  const server = await serveGateway({
    gateway: { upstreams: [{ name: 'main', platform: 'claude-api', url: upstream.url, auth }] },
    port: 0,
    allowedHosts: ['*'],
  });
  const onCrash = (error: unknown): void => report(`crash: ${String(error)}`);
  process.on('uncaughtException', onCrash).on('unhandledRejection', onCrash);
  const random = createRandom(seed);
  const names = { random, decoy: new URL(decoy.url).host };
  let requests = 0;
  let connections = 0;
  const work = async (): Promise<void> => {
    while (requests < count) {
      const number = connections++;
      const ids = Array.from({ length: random(BATCH) }, (_, i) => `${number}-${i}`);
      const last = makeLast(names);
      requests += ids.length + 1;
      const text = ids.map((id) => makeValid(names, id)).join('') + last;
      const { responses, isClosed } = await sendBatch(server.port, text, ids.length);
      if (!isClosed) report(`open: ${JSON.stringify(last)}`);
      if (responses.length < ids.length)
        report(`${responses.length} of ${ids.length} are answered before ${JSON.stringify(last)}`);
      for (const [index, { status, headers, body }] of responses.entries()) {
        const all = JSON.stringify(headers);
        if (all.includes(LEAK) || body.includes(LEAK)) report(`leak to the client: ${all}`);
        const echo = headers.find(([name]) => name === 'x-echo')?.[1];
        if (echo !== undefined && index < ids.length && echo !== ids[index])
          report(`the response of ${echo} is that of ${ids[index]}`);
        if (status === 500) report(`status 500 for ${JSON.stringify(text.slice(-500))}`);
      }
    }
  };
  await Promise.all(Array.from({ length: PARALLEL }, work));
  expect(problems).toEqual([]);
  const metrics = await (await fetch(`${server.url}/metrics`)).text();
  expect(metrics).toMatch(/^beta_headers_requests_in_flight 0$/m);
  expect(await server.close({ shutdownMs: 5_000 })).toBe(0);
  await Promise.all([decoy.close(), upstream.close()]);
  process.off('uncaughtException', onCrash).off('unhandledRejection', onCrash);
  expect(problems).toEqual([]);
  return { requests, connections, forwarded };
}

/** Headers of a response that end at the gateway. */
const RESPONSE_HEADERS = {
  connection: 'x-secret',
  'x-secret': LEAK,
  'proxy-authenticate': LEAK,
  'proxy-connection': LEAK,
  te: LEAK,
  upgrade: LEAK,
};

function startUpstream(
  decoy: TestUpstream,
  report: (problem: string) => void,
  onRequest: () => void,
): Promise<TestUpstream> {
  return listenUpstream((request, response) => {
    onRequest();
    const { url = '', headers } = request;
    const lines = request.rawHeaders.join('\n');
    if (lines.includes(LEAK)) report(`leak to the upstream: ${lines}`);
    if (url.startsWith(SMUGGLED) || headers['x-fuzz'] === 'smuggled') report(`smuggled: ${url}`);
    if (headers.host !== new URL(upstreamUrl(request.socket.localPort)).host)
      report(`host: ${headers.host}`);
    const { connection = 'keep-alive', 'transfer-encoding': encoding = 'chunked' } = headers;
    if (connection !== 'keep-alive' || encoding !== 'chunked')
      report(`connection: ${connection}, transfer-encoding: ${encoding}`);
    if (headers['x-api-key'] !== 'operator-key') report(`key: ${headers['x-api-key']}`);
    request.resume().on('end', () => {
      if (Object.keys(request.trailers).length > 0) report('trailers');
      const isRedirect = lines.length % 5 === 0;
      response.writeHead(isRedirect ? 307 : 200, {
        ...RESPONSE_HEADERS,
        'x-echo': headers['x-fuzz'] ?? '',
        ...(isRedirect && { location: `${decoy.url}/` }),
      });
      response.end('{"type":"message"}');
    });
  });
}

const upstreamUrl = (port: number | undefined): string => `http://127.0.0.1:${port}`;

/** Makes hostile requests, and sends them to a gateway over raw sockets. */
import { connect } from 'node:net';
import { parseResponses, type RawResponse } from './raw.ts';

/** A source of numbers that repeats for the same seed. */
export type Random = (below: number) => number;

/** Creates a source of numbers (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** The names that hostile requests use. */
export interface Names {
  /** The authority of a server that nothing may reach. */
  readonly decoy: string;
  readonly random: Random;
}

const pick = <T>(random: Random, list: readonly T[]): T => list[random(list.length)] as T;

/** The text within headers that must not pass. */
export const LEAK = 'leak-marker';
/** The path of requests that are inside the body of another one. */
export const SMUGGLED = '/smuggled';

const smuggle = ({ decoy }: Names): string =>
  `GET ${SMUGGLED} HTTP/1.1\r\nHost: ${decoy}\r\nX-Fuzz: smuggled\r\n\r\n`;

const chunk = (text: string, extension = ''): string =>
  `${text.length.toString(16)}${extension}\r\n${text}\r\n`;

/** Paths that name another address or another place to some readers. */
const PATHS: readonly ((names: Names) => string)[] = [
  ({ decoy }) => `//${decoy}/v1/files`,
  ({ decoy }) => `///${decoy}/`,
  ({ decoy }) => `/@${decoy}/v1/files`,
  ({ decoy }) => `/v1/files;@${decoy}`,
  ({ decoy }) => `/:80@${decoy}/`,
  ({ decoy }) => `/v1/files?url=http://${decoy}/`,
  ({ decoy }) => `/http://${decoy}/`,
  ({ decoy }) => `/%2f%2f${decoy}/`,
  ({ decoy }) => `/%5c%5c${decoy}/`,
  ({ decoy }) => `/v1/files/%00${decoy}`,
  ({ decoy }) => `/v1/files/%0d%0aHost:%20${decoy}`,
  ({ decoy }) => `/v1/files/..%2f..%2f${decoy}`,
  ({ decoy }) => `/v1/files/.%252e/${decoy}`,
  ({ decoy }) => `/model/${encodeURIComponent(`http://${decoy}`)}/invoke`,
  () => '/v1/files/...;/x',
  () => '/v1//messages',
];

/** Headers that end at the gateway, by their name or because `Connection` names them. */
const HOP_BY_HOP: readonly string[] = [
  `Connection: x-secret\r\nX-Secret: ${LEAK}\r\n`,
  `Connection: keep-alive, X-SECRET , x-other\r\nx-secret: ${LEAK}\r\nX-Other: ${LEAK}\r\n`,
  `Connection: x-secret\r\nConnection: x-other\r\nX-Secret: ${LEAK}\r\nX-Other: ${LEAK}\r\n`,
  `Keep-Alive: ${LEAK}\r\n`,
  `TE: ${LEAK}\r\n`,
  `Trailer: ${LEAK}\r\n`,
  `Proxy-Authorization: ${LEAK}\r\n`,
  `Proxy-Connection: ${LEAK}\r\n`,
  `Connection: HTTP2-Settings\r\nHTTP2-Settings: ${LEAK}\r\n`,
  `Connection: ,,x-secret,\r\nX-Secret: ${LEAK}\r\n`,
  `Connection: x-secret;a\r\nKeep-Alive: ${LEAK}\r\n`,
  `Cookie: ${LEAK}\r\n`,
  `X-Api-Key: ${LEAK}\r\nAuthorization: Bearer ${LEAK}\r\n`,
];

/** Headers that name another address. */
const ADDRESSES: readonly ((names: Names) => string)[] = [
  ({ decoy }) => `X-Forwarded-Host: ${decoy}\r\n`,
  ({ decoy }) => `Forwarded: host=${decoy}\r\n`,
  ({ decoy }) => `X-Original-URL: http://${decoy}/\r\nX-Rewrite-URL: http://${decoy}/\r\n`,
  ({ decoy }) => `Destination: http://${decoy}/\r\nReferer: http://${decoy}/\r\n`,
];

/** Makes a request that is answered and keeps its connection. */
export function makeValid(names: Names, id: string): string {
  const { random, decoy } = names;
  const host = pick(random, ['localhost', decoy, '127.0.0.1:1', '[::1]:80']);
  let head = `Host: ${host}\r\nX-Fuzz: ${id}\r\n`;
  if (random(2)) head += pick(random, HOP_BY_HOP);
  if (random(3) === 0) head += pick(random, ADDRESSES)(names);
  if (random(8) === 0) head += 'X-Flood: 1\r\n'.repeat(1 + random(200));
  const path = random(2) ? pick(random, PATHS)(names) : `/v1/files/${id}`;
  switch (random(6)) {
    case 0:
      return `GET ${path} HTTP/1.1\r\n${head}\r\n`;
    case 1: {
      const extension = pick(random, ['', ';a', ';a=b', ';a="b"']);
      const trailer = pick(random, ['', `X-Secret: ${LEAK}\r\n`, `Host: ${LEAK}\r\n`]);
      const body = `${chunk(smuggle(names), extension)}0\r\n${trailer}\r\n`;
      return `POST ${path} HTTP/1.1\r\n${head}Transfer-Encoding: chunked\r\n\r\n${body}`;
    }
    case 2: {
      const body = smuggle(names);
      return `POST ${path} HTTP/1.1\r\n${head}Content-Length: ${body.length}\r\n\r\n${body}`;
    }
    case 3:
      return `DELETE ${path} HTTP/1.1\r\n${head}\r\n`;
    case 4: {
      const body = `{"model":"claude-opus-5-5","max_tokens":5,"messages":[],"x":"http://${decoy}"}`;
      const target = `/v1/messages?beta=true`;
      return `POST ${target} HTTP/1.1\r\n${head}Content-Length: ${body.length}\r\n\r\n${body}`;
    }
    default:
      return `POST /v1/messages HTTP/1.1\r\n${head}Content-Length: 3\r\n\r\n{"a`;
  }
}

const post = (head: string, body: string): string =>
  `POST /v1/files HTTP/1.1\r\nHost: localhost\r\n${head}\r\n${body}`;

/** Requests that clients and servers may read differently, and that must end their connection. */
const SMUGGLERS: readonly ((names: Names) => string)[] = [
  // CL.TE and TE.CL
  (n) => post('Content-Length: 6\r\nTransfer-Encoding: chunked\r\n', `0\r\n\r\n${smuggle(n)}`),
  (n) =>
    post('Transfer-Encoding: chunked\r\nContent-Length: 4\r\n', `${chunk(smuggle(n))}0\r\n\r\n`),
  ...[
    'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n',
    'Transfer-Encoding: identity\r\n',
    'Transfer-Encoding: chunked, identity\r\n',
    'Transfer-Encoding: xchunked\r\n',
    'Transfer-Encoding: chunked;a\r\n',
    'Transfer-Encoding : chunked\r\n',
    'Transfer-Encoding:\x0bchunked\r\n',
    'Transfer-Encoding: "chunked"\r\n',
    'Transfer-Encoding:\n chunked\r\n',
    ' Transfer-Encoding: chunked\r\n',
    'X: y\nTransfer-Encoding: chunked\r\n',
    'X: y\rTransfer-Encoding: chunked\r\n',
    'Transfer-Encoding\0: chunked\r\n',
    'Content-Length: 0\r\nContent-Length: 44\r\n',
    'Content-Length: 5, 5\r\n',
    'Content-Length: +5\r\n',
    'Content-Length: 0x5\r\n',
    'Content-Length: 5 5\r\n',
    'Content-Length: 5;\r\n',
    'Content-Length:\x0b5\r\n',
    'Content-Length: 99999999999999999999\r\n',
    'Content-Length: \r\n',
    'Content-Length\t: 5\r\n',
  ].map((head) => (n: Names) => post(head, `0\r\n\r\n${smuggle(n)}`)),
  ...['zz', '-1', '0x5', '5 ', 'ffffffffffffffffff', '5\n', ';', ''].map(
    (size) => (n: Names) =>
      post('Transfer-Encoding: chunked\r\n', `${size}\r\nabcde\r\n0\r\n\r\n${smuggle(n)}`),
  ),
  (n) =>
    post('Transfer-Encoding: chunked\r\n', `5;${'a'.repeat(20_000)}\r\nabcde\r\n${smuggle(n)}`),
  (n) => post('Transfer-Encoding: chunked\r\n', `5\r\nabcdeXX0\r\n\r\n${smuggle(n)}`),
  (n) => post('Transfer-Encoding: chunked\r\n', `5\nabcde\n0\n\n${smuggle(n)}`),
  (n) => post('Connection: Upgrade\r\nUpgrade: h2c\r\nContent-Length: 0\r\n', smuggle(n)),
];

/** Requests that are wrong in other ways, and that must end their connection. */
const BREAKERS: readonly ((names: Names) => string)[] = [
  ({ decoy }) => `GET http://${decoy}/ HTTP/1.1\r\nHost: ${decoy}\r\n\r\n`,
  ({ decoy }) => `GET http://localhost@${decoy}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `CONNECT ${decoy} HTTP/1.1\r\nHost: ${decoy}\r\n\r\n`,
  ({ decoy }) => `GET / HTTP/1.1\r\nHost: localhost\r\nHost: ${decoy}\r\n\r\n`,
  ({ decoy }) => `GET / HTTP/1.1\r\nHost: localhost@${decoy}\r\n\r\n`,
  ({ decoy }) => `GET / HTTP/1.1\r\nHost: ${decoy}/\\\r\n\r\n`,
  ({ decoy }) => `GET @${decoy}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `GET /\\${decoy}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `GET /v1/../..//${decoy}/ HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `GET /v1/%2e%2e/${decoy} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `GET /v1/.%2e;a/${decoy} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  ({ decoy }) => `GET /\t//${decoy} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  () => 'GET / HTTP/1.1\r\n\r\n',
  () => 'GET / HTTP/1.1\r\nHost:\r\n\r\n',
  () => 'GET /\0 HTTP/1.1\r\nHost: localhost\r\n\r\n',
  () => 'GET / HTTP/1.1\r\nHost: local\0host\r\n\r\n',
  () => 'GET / HTTP/1.1\r\nHost: localhost\r\nX\0: 1\r\n\r\n',
  () => 'GET / HTTP/2.0\r\nHost: localhost\r\n\r\n',
  () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  () => 'GET /\r\n\r\n',
  () => '\x16\x03\x01\x02\0\x01\0\x01\xfc\x03\x03',
  () => `GET / HTTP/1.1\r\nHost: localhost\r\n${'A: b\r\n'.repeat(400)}\r\n`,
  () => `GET / HTTP/1.1\r\nHost: localhost\r\nA: ${'b'.repeat(70_000)}\r\n\r\n`,
  () => `GET /${'a'.repeat(10_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
  () => 'GET / HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
  () => 'TRACE / HTTP/1.1\r\nHost: localhost\r\n\r\n',
  () => 'GET / HTTP/1.1\nHost: localhost\n\n',
  () => 'POST /v1/files HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n\r\nhalf',
  () => 'POST /v1/files HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab',
  () => 'GET /v1/fi',
];

/** Makes a request that must end its connection. */
export function makeLast(names: Names): string {
  const { random } = names;
  if (random(4) > 0) return pick(random, random(2) ? SMUGGLERS : BREAKERS)(names);
  // Changes single bytes of a good request.
  const text = `POST /v1/files HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nX-A: b\r\n\r\nabcde`;
  const bytes = Buffer.from(text, 'latin1');
  for (let i = 0; i <= random(4); i++) bytes[random(bytes.length)] = random(256);
  return bytes.toString('latin1');
}

/** The end of one connection. */
export interface Outcome {
  readonly responses: readonly RawResponse[];
  /** False if the server left the connection open. */
  readonly isClosed: boolean;
}

/** Longer than any answer takes on a busy machine, in milliseconds. */
const HANG_MS = 60_000;

/** Sends requests at once, reads the responses, then ends the connection if the server does not. */
export function sendBatch(port: number, text: string, expected: number): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = '';
    let timer: NodeJS.Timeout | undefined;
    let isClosed = true;
    const limit = setTimeout(() => {
      isClosed = false;
      socket.destroy();
    }, HANG_MS);
    socket.setEncoding('latin1');
    socket.on('error', () => {});
    const check = (): void => {
      if (timer === undefined && received.split('HTTP/1.1 ').length > expected)
        timer = setTimeout(() => socket.end(), 20);
    };
    socket.on('data', (data) => {
      received += data;
      check();
    });
    socket.on('close', () => {
      clearTimeout(timer);
      clearTimeout(limit);
      try {
        resolve({ responses: parseResponses(received), isClosed });
      } catch (error) {
        reject(error);
      }
    });
    socket.write(Buffer.from(text, 'latin1'), check);
  });
}

/** Sends bytes to a server, and reads the responses as they are on the wire. */
import { connect } from 'node:net';

/** A response as it is on the wire. */
export interface RawResponse {
  readonly status: number;
  readonly headers: readonly (readonly [string, string])[];
  readonly body: string;
}

/** Sends text and resolves to everything that is received until the server closes. */
export function sendRaw(port: number, text: string | Buffer, waitMs = 5_000): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' });
    let received = '';
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      resolve(received);
    };
    const timer = setTimeout(() => {
      received += '[open]';
      finish();
    }, waitMs);
    socket.setEncoding('latin1');
    socket.on('data', (data) => {
      received += data;
    });
    socket.on('error', () => {});
    socket.on('close', finish);
    socket.write(text);
  });
}

/** Parses consecutive responses. Throws for text that is no response. */
export function parseResponses(text: string): RawResponse[] {
  const responses: RawResponse[] = [];
  let rest = text;
  while (rest !== '') {
    const end = rest.indexOf('\r\n\r\n');
    const lines = rest.slice(0, end).split('\r\n');
    const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(lines[0] ?? '')?.[1]);
    if (end === -1 || !status)
      throw new Error(`No response: ${JSON.stringify(rest.slice(0, 200))}`);
    const headers = lines.slice(1).map((line) => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const;
    });
    const found = new Map(headers);
    const read = readBody(rest.slice(end + 4), status, found);
    responses.push({ status, headers, body: read.body });
    rest = read.rest;
  }
  return responses;
}

function readBody(
  text: string,
  status: number,
  headers: ReadonlyMap<string, string>,
): { body: string; rest: string } {
  if (headers.get('transfer-encoding') === 'chunked') return readChunks(text);
  const length = headers.get('content-length');
  if (length !== undefined || status < 200) return readLength(text, Number(length ?? 0));
  // The body ends with the connection.
  return { body: text, rest: '' };
}

const readLength = (text: string, length: number): { body: string; rest: string } => ({
  body: text.slice(0, length),
  rest: text.slice(length),
});

function readChunks(text: string): { body: string; rest: string } {
  let body = '';
  let rest = text;
  for (;;) {
    const end = rest.indexOf('\r\n');
    const size = Number.parseInt(rest.slice(0, end), 16);
    if (!(size >= 0)) throw new Error(`No chunk: ${JSON.stringify(rest.slice(0, 100))}`);
    body += rest.slice(end + 2, end + 2 + size);
    rest = rest.slice(end + 4 + size);
    if (size === 0) return { body, rest };
  }
}

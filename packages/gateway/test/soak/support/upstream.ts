/** An upstream that fails as its clients request, in the form of the Claude API and of Bedrock. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { listenUpstream } from '../../node/support/listen.ts';
import { FAULTS } from './faults.ts';
import { FAULT, findForeignId, ID, PatternChecker, REJECTED } from './protocol.ts';

/** A request that is received, and its response. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly id: string;
  readonly isBedrock: boolean;
  readonly isStream: boolean;
}

/** The upstream of the soak. */
export interface SoakUpstream {
  readonly url: string;
  /** Requests whose parts belong to different clients, and the like. */
  readonly problems: readonly string[];
  /** The number of answers that reject the beta. */
  countRejections(): number;
  countConnections(): Promise<number>;
  close(): Promise<void>;
}

/** Starts the upstream. */
export async function startUpstream(): Promise<SoakUpstream> {
  const problems: string[] = [];
  let rejections = 0;
  const upstream = await listenUpstream((request, response) => {
    const { url = '', headers } = request;
    const id = String(headers[ID]);
    const path = url.split('?', 1)[0] as string;
    const isBedrock = path.startsWith('/model/');
    const exchange = { request, response, id, isBedrock, isStream: path.endsWith('-stream') };
    const fault = FAULTS[String(headers[FAULT] ?? 'none')];
    request.on('error', () => {});
    response.on('error', () => {});
    if (!fault) problems.push(`no fault ${headers[FAULT]} at ${url}`);
    else if (fault.isEarly) fault.answer(exchange);
    else if (path.startsWith('/v1/files')) receiveFile(exchange);
    else
      void readBody(request).then((text) => {
        if (text === undefined) return;
        const problem = findProblem(text, id, headers['x-api-key']);
        if (problem !== undefined) problems.push(`${problem} at ${url}`);
        const given = `${headers['anthropic-beta']} ${text.slice(-400)}`;
        if (given.includes(REJECTED) && fault.rejectsBeta) rejections++;
        const isStream = exchange.isStream || text.includes('"stream":true');
        fault.answer({ ...exchange, isStream }, given.includes(REJECTED));
      });
  });
  upstream.server.keepAliveTimeout = 3_000;
  return {
    url: upstream.url,
    problems,
    countRejections: () => rejections,
    countConnections: () =>
      new Promise((resolve) => {
        upstream.server.getConnections((_error, count) => resolve(count));
      }),
    close: upstream.close,
  };
}

/** Reads a whole body; `undefined` if the gateway leaves before its end. */
function readBody(request: IncomingMessage): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => resolve(Buffer.concat(chunks).toString()));
    request.on('close', () => resolve(undefined));
  });
}

/** Finds a request that has a part of another one. */
function findProblem(text: string, id: string, key: unknown): string | undefined {
  if (key !== 'operator-key') return `the key is ${key}`;
  const body = unwrap(text);
  if (body !== '' && !body.includes(id)) return `the body has no ${id}`;
  const foreign = findForeignId(body, id);
  return foreign && `the body of ${id} has ${foreign}`;
}

/** Returns the request inside of one that counts tokens on Bedrock. */
function unwrap(text: string): string {
  const inner = /^\{"input":\{"invokeModel":\{"body":"([^"]*)"/.exec(text)?.[1];
  return inner === undefined ? text : Buffer.from(inner, 'base64').toString();
}

/** Receives an upload, and answers with its size if every byte is that of the client. */
function receiveFile({ request, response, id }: Exchange): void {
  const checker = new PatternChecker(id);
  request.on('data', (chunk: Buffer) => checker.add(chunk));
  request.on('end', () => {
    response.writeHead(200, { [ID]: id, 'content-type': 'application/json' });
    response.end(JSON.stringify({ id, bytes: checker.length, isRight: checker.isRight }));
  });
}

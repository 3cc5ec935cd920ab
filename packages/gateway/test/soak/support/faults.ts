/** The ways in which the upstream of the soak answers. */
import { setTimeout } from 'node:timers/promises';
import { encodeChunk, encodeException } from '../../convert/support/frames.ts';
import {
  EVENTS,
  ID,
  makeBlock,
  REJECTED,
  RETRY_AFTER,
  readNumber,
  SIZE,
  TIMES,
} from './protocol.ts';
import type { Exchange } from './upstream.ts';

/** One way to answer. */
export interface Fault {
  answer(exchange: Exchange, hasRejected?: boolean): unknown;
  /** True if the request's body is not waited for. */
  readonly isEarly?: boolean;
  /** True if it answers a request with the beta by rejecting it. */
  readonly rejectsBeta?: boolean;
}

/** The texts of the API's errors by status. */
const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  503: 'api_error',
  529: 'overloaded_error',
};
const AMAZON: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  429: 'ThrottlingException',
  500: 'InternalServerException',
  503: 'ServiceUnavailableException',
};

/** Writes the error of a status, as the upstream of the request's form does. */
export function writeError(
  { id, isBedrock }: Pick<Exchange, 'id' | 'isBedrock'>,
  status: number,
): string {
  const message = `status ${status} for ${id}`;
  const error = { type: TYPES[status], message };
  return JSON.stringify(
    isBedrock ? { message } : { type: 'error', error, request_id: `req_${id}` },
  );
}

/** Writes a message whose text is the id. */
export const writeMessage = (id: string): string =>
  JSON.stringify({
    id: `msg_${id}`,
    type: 'message',
    role: 'assistant',
    content: [{ type: 'text', text: id }],
    stop_reason: 'end_turn',
  });

/** Lists the events of a streamed message, each with the id. */
function listEvents(id: string): object[] {
  const text = (index: number) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'text_delta', text: `${id} ${index} ` },
  });
  return [
    { type: 'message_start', message: { id: `msg_${id}`, type: 'message', content: [] } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...Array.from({ length: EVENTS }, (_, index) => text(index)),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 1 } },
    { type: 'message_stop' },
  ];
}

const writeSse = (event: object): Buffer =>
  Buffer.from(`event: ${(event as { type: string }).type}\ndata: ${JSON.stringify(event)}\n\n`);

/** Lists the pieces of a streamed response. */
export const listPieces = ({ id, isBedrock }: Pick<Exchange, 'id' | 'isBedrock'>): Uint8Array[] =>
  listEvents(id).map((event) => (isBedrock ? encodeChunk(event) : writeSse(event)));

function writeHead(exchange: Exchange, status: number, headers: Record<string, string>): void {
  const { response, id, isBedrock } = exchange;
  const name = isBedrock ? 'x-amzn-requestid' : 'request-id';
  response.writeHead(status, { [ID]: id, [name]: `req_${id}`, ...headers });
}

const JSON_TYPE = { 'content-type': 'application/json' };

function answerStatus(exchange: Exchange, status: number): void {
  writeHead(exchange, status, {
    ...JSON_TYPE,
    ...((status === 429 || status === 529) && { 'retry-after': RETRY_AFTER }),
    ...(exchange.isBedrock && { 'x-amzn-errortype': AMAZON[status] ?? '' }),
  });
  exchange.response.end(writeError(exchange, status));
}

/** Answers as requested, without a fault. */
async function answerWell(exchange: Exchange): Promise<void> {
  const { request, response, id, isStream } = exchange;
  const size = Number(request.headers[SIZE]);
  if (size > 0) {
    writeHead(exchange, 200, { 'content-type': 'text/plain', 'content-length': String(size) });
    await writePattern(exchange, size);
  } else if (isStream) await stream(exchange, async () => void response.end());
  else {
    writeHead(exchange, 200, JSON_TYPE);
    const isCount = request.url?.endsWith('/count-tokens');
    response.end(isCount ? JSON.stringify({ inputTokens: readNumber(id) }) : writeMessage(id));
  }
}

async function writePattern({ response, id }: Exchange, size: number): Promise<void> {
  const block = makeBlock(id);
  for (let left = size; left > 0 && !response.destroyed; left -= block.length)
    if (!response.write(left < block.length ? block.subarray(0, left) : block))
      await new Promise<void>((resolve) => {
        const stop = (): void => {
          response.off('drain', stop).off('close', stop);
          resolve();
        };
        response.on('drain', stop).on('close', stop);
      });
  response.end();
}

/** Writes a stream. `interrupt` is called after three events; `false` ends the work. */
async function stream(
  exchange: Exchange,
  finish: () => Promise<void>,
  interrupt?: () => Promise<boolean>,
): Promise<void> {
  const { response, isBedrock } = exchange;
  const type = isBedrock ? 'application/vnd.amazon.eventstream' : 'text/event-stream';
  writeHead(exchange, 200, { 'content-type': type });
  for (const [index, piece] of listPieces(exchange).entries()) {
    if (index === 3 && interrupt && !(await interrupt())) return;
    if (response.destroyed) return;
    response.write(piece);
    await setTimeout(3);
  }
  await finish();
}

/** Writes half of an answer, and then does something else. */
async function answerHalf(exchange: Exchange, next: () => void, status = 200): Promise<void> {
  const { response, id, isStream } = exchange;
  const halt = async (): Promise<boolean> => {
    response.write(Buffer.from(exchange.isBedrock ? [0, 0, 0, 90, 0] : 'event: cont'));
    await setTimeout(10);
    next();
    return false;
  };
  if (isStream && status === 200) return stream(exchange, async () => {}, halt);
  const text = status === 200 ? writeMessage(id) : writeError(exchange, status);
  writeHead(exchange, status, { ...JSON_TYPE, 'content-length': String(text.length) });
  response.write(text.slice(0, text.length / 2));
  await setTimeout(10);
  next();
}

const cut = ({ request }: Exchange): void => void request.socket.resetAndDestroy();
const makeStatus = (status: number): Fault => ({
  answer: (exchange) => answerStatus(exchange, status),
});

/** Sends an exception, or an event of the API, in the middle of a stream. */
function answerException(exchange: Exchange): Promise<void> {
  const { response, isBedrock, id } = exchange;
  const error = { type: 'overloaded_error', message: `busy ${id}` };
  return stream(
    exchange,
    async () => {},
    async () => {
      const piece = isBedrock
        ? encodeException('throttlingException', `busy ${id}`)
        : writeSse({ type: 'error', error });
      response.end(piece);
      return false;
    },
  );
}

function answerCorrupt(exchange: Exchange): Promise<void> {
  const broken = Buffer.from(encodeChunk({ type: 'ping' }));
  // The last byte belongs to the checksum.
  broken[broken.length - 1] = (broken.at(-1) ?? 0) ^ 1;
  return stream(
    exchange,
    async () => {},
    async () => {
      exchange.response.end(broken);
      return false;
    },
  );
}

/** Rejects a beta by its name if the request has it. */
function rejectBeta(exchange: Exchange, hasRejected: boolean | undefined): unknown {
  if (!hasRejected) return answerWell(exchange);
  const message = `Unexpected value(s) \`${REJECTED}\` for the \`anthropic-beta\` header.`;
  const error = { type: 'invalid_request_error', message };
  writeHead(exchange, 400, JSON_TYPE);
  exchange.response.end(JSON.stringify({ type: 'error', error }));
}

/** The faults by name. */
export const FAULTS: Readonly<Record<string, Fault>> = {
  none: { answer: answerWell },
  slow: { answer: (exchange) => setTimeout(250).then(() => answerWell(exchange)) },
  beta: { answer: rejectBeta, rejectsBeta: true },
  reset: { answer: cut },
  'reset-early': { answer: cut, isEarly: true },
  'early-413': {
    isEarly: true,
    answer: (exchange) => {
      exchange.response.shouldKeepAlive = false;
      answerStatus(exchange, 413);
    },
  },
  hang: { answer: () => {} },
  half: { answer: (exchange) => answerHalf(exchange, () => cut(exchange)) },
  'half-hang': { answer: (exchange) => answerHalf(exchange, () => {}) },
  'half-400': { answer: (exchange) => answerHalf(exchange, () => cut(exchange), 400) },
  'half-400-hang': { answer: (exchange) => answerHalf(exchange, () => {}, 400) },
  silent: {
    answer: (exchange) =>
      stream(
        exchange,
        async () => void exchange.response.end(),
        () => setTimeout(3 * TIMES.pingMs, true),
      ),
  },
  exception: { answer: answerException },
  corrupt: { answer: answerCorrupt },
  '400': makeStatus(400),
  '429': makeStatus(429),
  '500': makeStatus(500),
  '503': makeStatus(503),
  '529': makeStatus(529),
};

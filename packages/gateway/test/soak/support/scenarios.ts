/** The traffic of the soak: each kind of request with the only right answer to it. */
import { parseResponses, sendRaw } from '../../node/support/raw.ts';
import {
  type Check,
  endsWithError,
  isAmazonStream,
  isConvertedError,
  isConvertedStream,
  isCut,
  isEither,
  isError,
  isMessage,
  isOwnError,
  isPassed,
  isPingedStream,
  isStream,
} from './checks.ts';
import type { Call, Outcome } from './client.ts';
import { writeError, writeMessage } from './faults.ts';
import {
  FAULT,
  ID,
  MAX_BODY_BYTES,
  MAX_HEADER_BYTES,
  makeBlock,
  REJECTED,
  readNumber,
  SIZE,
  TIMES,
} from './protocol.ts';

/** The addresses and the source of random numbers of a run. */
export interface Context {
  readonly same: string;
  readonly converted: string;
  /** Returns a whole number from 0 up to, and without, a limit. */
  readonly random: (limit: number) => number;
}

/** One kind of request. */
export interface Scenario {
  readonly name: string;
  /** The frequency, relative to the others. */
  readonly weight: number;
  readonly make: (id: string, context: Context) => Call;
  readonly check: Check;
}

/** The difference of a request from a small message in the form of the API. */
interface Shape {
  readonly form?: 'same' | 'converted' | 'invoke';
  readonly isStream?: boolean;
  readonly path?: string;
  readonly fault?: string;
  /** The size of the request's text. */
  readonly bytes?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly more?: Partial<Call>;
  /** Leaves after a random time up to this one. */
  readonly abortMs?: number;
}

/** Makes the body of a message, with its id at the beginning and the end. */
const makeBody = (id: string, isStream = false, bytes = 0): Buffer =>
  Buffer.from(
    JSON.stringify({
      model: 'claude-opus-5',
      max_tokens: 16,
      messages: [{ role: 'user', content: `${id} ${'x'.repeat(bytes)}` }],
      ...(isStream && { stream: true }),
      metadata: { user_id: id },
    }),
  );

function makeCall(id: string, context: Context, shape: Shape): Call {
  const { form = 'same', isStream = false, fault = 'none', bytes, more, abortMs } = shape;
  const isInvoke = form === 'invoke';
  const operation = isStream ? 'invoke-with-response-stream' : 'invoke';
  const path = isInvoke ? `/model/anthropic.claude-opus-5/${operation}` : '/v1/messages?beta=true';
  const base = form === 'converted' ? context.converted : context.same;
  return {
    url: base + (shape.path ?? path),
    headers: {
      [ID]: id,
      [FAULT]: fault,
      'content-type': 'application/json',
      'anthropic-version': '2023-06-01',
      ...shape.headers,
    },
    body: makeBody(id, isStream && !isInvoke, bytes),
    ...(abortMs !== undefined && { abortAfterMs: context.random(abortMs) }),
    ...more,
  };
}

const make = (name: string, weight: number, shape: Shape, check: Check): Scenario => ({
  name,
  weight,
  make: (id, context) => makeCall(id, context, shape),
  check,
});

const converted = { form: 'converted' } as const;
const invoke = { form: 'invoke' } as const;
const streamed = { isStream: true } as const;
const unreachable = isOwnError(502, 'api_error', /\((ECONNRESET|UND_ERR_SOCKET|EPIPE)\)/, true);
const late = isOwnError(504, 'timeout_error', /UND_ERR_HEADERS_TIMEOUT/, true);
const stopped = isOwnError(504, 'timeout_error', /UND_ERR_BODY_TIMEOUT/, true);
const lost = endsWithError('api_error', /ended in the middle of the answer/);

const GOOD: readonly Scenario[] = [
  make('a message', 12, {}, isMessage),
  make('a stream', 10, streamed, isStream),
  make('a message of Bedrock', 5, invoke, isMessage),
  make('a stream of Bedrock', 5, { ...invoke, ...streamed }, isAmazonStream),
  make('a converted message', 6, converted, isMessage),
  make('a converted stream', 8, { ...converted, ...streamed }, isConvertedStream),
  make('a slow answer', 3, { fault: 'slow' }, isMessage),
  make(
    'counted tokens',
    4,
    { ...converted, path: '/v1/messages/count_tokens' },
    ({ status, text }, id) =>
      status === 200 && text === JSON.stringify({ input_tokens: readNumber(id) })
        ? undefined
        : 'another count',
  ),
  make('a rejected beta', 3, { fault: 'beta', headers: { 'anthropic-beta': REJECTED } }, isMessage),
  make('a silent stream', 2, { ...converted, ...streamed, fault: 'silent' }, isPingedStream),
];

const LOST: readonly Scenario[] = [
  make('a reset', 2, { fault: 'reset' }, unreachable),
  make('a reset of a converted request', 2, { ...converted, fault: 'reset' }, unreachable),
  make('a reset of an upload', 1, { fault: 'reset-early', bytes: 3_000_000 }, unreachable),
  make('a hang', 1, { fault: 'hang' }, late),
  make('a hang of a converted request', 1, { ...converted, fault: 'hang' }, late),
  make('half a message', 2, { fault: 'half' }, isCut(200)),
  make('half a stream', 2, { ...streamed, fault: 'half' }, isCut(200)),
  make('half a stream of Bedrock', 1, { ...invoke, ...streamed, fault: 'half' }, isCut(200)),
  make('half a converted message', 1, { ...converted, fault: 'half' }, isCut(200)),
  make('half a converted stream', 2, { ...converted, ...streamed, fault: 'half' }, lost),
  make('a stream that stops', 1, { ...streamed, fault: 'half-hang' }, isCut(200)),
  make(
    'a converted stream that stops',
    1,
    { ...converted, ...streamed, fault: 'half-hang' },
    endsWithError('api_error', /UND_ERR_BODY_TIMEOUT/),
  ),
  make('half an error', 1, { fault: 'half-400' }, unreachable),
  // The recovery waits three seconds for it. On a slow machine, the half is passed on after them.
  make('an error that stops', 1, { fault: 'half-400-hang' }, isEither(stopped, isCut(400))),
  make(
    'half a converted error',
    1,
    { ...converted, fault: 'half-400' },
    isError(400, 'invalid_request_error'),
  ),
  make(
    'an exception in a stream',
    2,
    { ...converted, ...streamed, fault: 'exception' },
    endsWithError('rate_limit_error', /rate limit of the upstream/),
  ),
  make(
    'an error in a stream',
    1,
    { ...streamed, fault: 'exception' },
    endsWithError('overloaded_error', /^busy soak-/),
  ),
  make(
    'a corrupt stream',
    1,
    { ...converted, ...streamed, fault: 'corrupt' },
    endsWithError('api_error', /corrupt/),
  ),
  make(
    'an early answer',
    1,
    { fault: 'early-413', bytes: 3_000_000 },
    // The connection may break before the answer is read.
    (outcome, id) =>
      outcome.status === 502
        ? unreachable(outcome, id)
        : isPassed(413, (own) => writeError({ id: own, isBedrock: false }, 413))(outcome, id),
  ),
];

/** The types of errors by status, as the upstream of the API and as the conversion names them. */
const STATUSES: readonly (readonly [number, string])[] = [
  [400, 'invalid_request_error'],
  [429, 'rate_limit_error'],
  [500, 'api_error'],
  [503, 'overloaded_error'],
  [529, 'overloaded_error'],
];
const FAILED: readonly Scenario[] = STATUSES.flatMap(([status, type]) => {
  const fault = String(status);
  const write = (isBedrock: boolean) => (id: string) => writeError({ id, isBedrock }, status);
  return [
    make(`${fault}`, 2, { fault }, isPassed(status, write(false))),
    make(`${fault} of Bedrock`, 1, { ...invoke, fault }, isPassed(status, write(true))),
    make(`${fault}, converted`, 2, { ...converted, fault }, isConvertedError(status, type)),
  ];
});

const LARGE_BYTES = 24_000_000;
const readPattern: Check = ({ status, isComplete, pattern }) =>
  status === 200 && isComplete && pattern?.length === LARGE_BYTES ? undefined : 'not all bytes';
const large = (name: string, more: Partial<Call>, check: Check, abortMs?: number): Scenario => ({
  name,
  weight: 1,
  make: (id, context) =>
    makeCall(id, context, {
      headers: { [SIZE]: String(LARGE_BYTES) },
      more: { pattern: id, ...more },
      ...(abortMs !== undefined && { abortMs }),
    }),
  check,
});

const BIG: readonly Scenario[] = [
  make('a big request', 1, { bytes: 5_000_000 }, isMessage),
  make('a big converted request', 1, { ...converted, bytes: 3_000_000 }, isMessage),
  large('a big response', {}, readPattern),
  // Longer than the upstream may be silent: the client is slow, not the upstream.
  large('a slow reader', { pauseMs: TIMES.bodyMs * 1.5 }, readPattern),
  // The gateway waits from the moment at which every buffer on the way is full.
  large('a reader that stops', { pauseMs: 4 * TIMES.writeMs, isOwnConnection: true }, isCut(200)),
  {
    name: 'an upload',
    weight: 2,
    make: (id, context) =>
      makeCall(id, context, {
        path: '/v1/files',
        more: { body: Buffer.concat(Array(30).fill(makeBlock(id))), isChunked: true },
      }),
    check: ({ status, text }, id) =>
      status === 200 && text === JSON.stringify({ id, bytes: 30 * 65_536, isRight: true })
        ? undefined
        : 'not all bytes',
  },
  {
    name: 'an upload that is reset',
    weight: 1,
    make: (id, context) =>
      makeCall(id, context, {
        path: '/v1/files',
        fault: 'reset-early',
        more: { body: Buffer.concat(Array(30).fill(makeBlock(id))), isChunked: true },
      }),
    check: unreachable,
  },
];

const tooLarge = isOwnError(413, 'request_too_large', /larger than 5 MiB/);
const REFUSED: readonly Scenario[] = [
  make('a body that is too large', 1, { bytes: MAX_BODY_BYTES }, tooLarge),
  make(
    'a body that is too large, without a length',
    1,
    { bytes: MAX_BODY_BYTES, more: { isChunked: true } },
    tooLarge,
  ),
  make(
    'a body that is no JSON',
    1,
    { more: { body: Buffer.from('{"model": "claude-opus-5",') } },
    isOwnError(400, 'invalid_request_error', /JSON/),
  ),
  make(
    'a compressed body',
    1,
    { headers: { 'content-encoding': 'gzip' } },
    isOwnError(415, 'invalid_request_error', /content-encoding/),
  ),
  make(
    'headers that are too large',
    1,
    { headers: { 'x-long': 'x'.repeat(MAX_HEADER_BYTES) } },
    isError(431, 'invalid_request_error', /headers/),
  ),
  make(
    'a body that does not arrive',
    1,
    { bytes: 1_000, more: { sendBytes: 500 } },
    isError(408, 'timeout_error', /in time/),
  ),
];

const noCheck: Check = () => undefined;
const LEAVING: readonly Scenario[] = [
  make('a client that leaves', 4, { fault: 'slow', abortMs: 300 }, noCheck),
  make('a client that leaves a stream', 4, { ...streamed, abortMs: 40 }, noCheck),
  make(
    'a client that leaves a converted stream',
    3,
    { ...converted, ...streamed, fault: 'silent', abortMs: 1_500 },
    noCheck,
  ),
  make('a client that leaves a hang', 2, { fault: 'hang', abortMs: 500 }, noCheck),
  make('a client that leaves an error', 1, { fault: 'half-400-hang', abortMs: 500 }, noCheck),
  make(
    'a client that leaves its upload',
    2,
    { bytes: 2_000_000, more: { sendBytes: 1_000_000 }, abortMs: 300 },
    noCheck,
  ),
  large('a client that leaves a big response', { pauseMs: 10_000 }, noCheck, 600),
];

/** All kinds of requests. */
export const SCENARIOS: readonly Scenario[] = [
  ...GOOD,
  ...LOST,
  ...FAILED,
  ...BIG,
  ...REFUSED,
  ...LEAVING,
];

/** Sends several requests on one connection at once. Their responses must keep the order. */
export async function sendPipelined(ids: readonly string[], { same }: Context): Promise<string[]> {
  const { port, host } = new URL(same);
  const texts = ids.map((id, index) => {
    const body = makeBody(id).toString();
    const fault = index === 0 ? 'slow' : 'none';
    const close = index === ids.length - 1 ? 'connection: close\r\n' : '';
    return (
      `POST /v1/messages HTTP/1.1\r\nhost: ${host}\r\n${ID}: ${id}\r\n${FAULT}: ${fault}\r\n` +
      `${close}content-length: ${body.length}\r\n\r\n${body}`
    );
  });
  const received = parseResponses(await sendRaw(Number(port), texts.join(''), 30_000));
  return ids.flatMap((id, index) => {
    const text = received[index]?.body ?? '';
    const isOwn: Outcome['isComplete'] = text === writeMessage(id);
    return isOwn ? [] : [`pipelined: ${id} got ${text.slice(0, 200)}`];
  });
}

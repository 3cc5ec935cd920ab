import { describe, expect, it } from 'vitest';
import {
  convertRequest,
  makeUpstream,
  type Options,
  parseEvents,
  readEvents,
  type SentEvent,
} from './support/convert.ts';
import {
  encodeChunk,
  encodeException,
  encodeFrame,
  feedStream,
  join,
  START,
  STOP,
  streamFrames,
} from './support/frames.ts';

const convertStream = (response: Response, options: Options = {}): Promise<Response> =>
  convertRequest(makeUpstream('bedrock'), {}, options).convertResponse(response);

const readStream = async (
  frames: readonly Uint8Array[],
  options: Options = { errors: 'verbatim' },
): Promise<SentEvent[]> => readEvents(await convertStream(streamFrames(...frames), options));

const listNames = (events: readonly SentEvent[]): string[] => events.map(({ event }) => event);

const readError = (events: readonly SentEvent[]): unknown => events.at(-1)?.data.error;

describe('the event stream of Bedrock', () => {
  it('becomes server-sent events with the same JSON', async () => {
    const json = '{ "type": "content_block_delta", "n": 12345678901234567890, "t": "é😀\\n" }';
    const response = await convertStream(streamFrames(START, encodeChunk(json), STOP));
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/event-stream; charset=utf-8');
    const text = await response.text();
    expect(text).toContain(`event: content_block_delta\ndata: ${json}\n\n`);
    expect(listNames(parseEvents(text))).toEqual([
      'message_start',
      'content_block_delta',
      'message_stop',
    ]);
  });

  it('writes JSON of several lines on one', async () => {
    const json = '{\r\n  "type": "content_block_stop",\n  "index": 0\n}';
    const [, event] = await readStream([START, encodeChunk(json), STOP]);
    expect(event?.data).toEqual({ type: 'content_block_stop', index: 0 });
  });

  it('is read from any pieces of bytes', async () => {
    const all = join(START, encodeChunk({ type: 'x', text: 'é'.repeat(50) }), STOP);
    const whole = await readStream([all]);
    for (const size of [1, 2, 3, 5, 7, 16, 100, 333]) {
      const pieces: Uint8Array[] = [];
      for (let i = 0; i < all.length; i += size) pieces.push(all.slice(i, i + size));
      expect(await readStream(pieces)).toEqual(whole);
    }
  });

  it('leaves out chunks without a type and messages that are no chunk', async () => {
    const other = encodeFrame({ ':message-type': 'event', ':event-type': 'initial-response' }, {});
    const events = await readStream([other, START, encodeChunk({}), encodeChunk('1'), STOP]);
    expect(listNames(events)).toEqual(['message_start', 'message_stop']);
  });

  it('sends each event as soon as it has arrived', async () => {
    const { response, send, close } = feedStream();
    const reader = (await convertStream(response)).body?.getReader();
    send(START);
    const first = await reader?.read();
    expect(new TextDecoder().decode(first?.value)).toContain('event: message_start');
    send(STOP);
    close();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toContain('message_stop');
    expect((await reader?.read())?.done).toBe(true);
  });
});

describe('an error inside of the stream', () => {
  it.each([
    ['throttlingException', 'rate_limit_error'],
    ['serviceUnavailableException', 'overloaded_error'],
    ['validationException', 'invalid_request_error'],
    ['internalServerException', 'api_error'],
    ['modelStreamErrorException', 'api_error'],
    ['modelTimeoutException', 'timeout_error'],
    ['somethingNewException', 'api_error'],
  ])('is an error event: %s is %s', async (exception, type) => {
    const events = await readStream([START, encodeException(exception, 'Slow down.'), STOP]);
    expect(listNames(events)).toEqual(['message_start', 'error']);
    expect(events.at(-1)?.data).toEqual({ type: 'error', error: { type, message: 'Slow down.' } });
  });

  it('has the code and the message of an error without a model', async () => {
    const names = { ':message-type': 'error', ':error-code': 'ThrottlingException' };
    const frame = encodeFrame({ ...names, ':error-message': 'Too fast.' }, '');
    expect(readError(await readStream([START, frame]))).toEqual({
      type: 'rate_limit_error',
      message: 'Too fast.',
    });
  });

  it('keeps the type of an error of the API', async () => {
    const error = { type: 'overloaded_error', message: 'Overloaded' };
    const frame = encodeChunk({ type: 'error', error });
    expect(readError(await readStream([START, frame]))).toEqual(error);
  });

  it('hides names unless errors are verbatim', async () => {
    const frames = [START, encodeException('throttlingException', 'Account 123456789012.')];
    expect(readError(await readStream(frames, { errors: 'classified' }))).toEqual({
      type: 'rate_limit_error',
      message: 'The rate limit of the upstream is exceeded.',
    });
    expect(readError(await readStream(frames, {}))).toEqual(
      readError(await readStream(frames, { errors: 'classified' })),
    );
  });

  it('has the token of a prompt that is too long', async () => {
    const message = 'Input is too long for requested model.';
    for (const errors of ['verbatim', 'classified'] as const)
      expect(
        readError(await readStream([encodeException('validationException', message)], { errors })),
      ).toEqual({
        type: 'invalid_request_error',
        message: `${message} capability_rejected: prompt_too_long`,
      });
  });
});

describe('a broken stream', () => {
  const middle = encodeChunk({ type: 'content_block_stop', index: 0 });
  const flip = (frame: Uint8Array, at: number): Uint8Array => {
    const copy = frame.slice();
    copy[at < 0 ? copy.length + at : at] = (copy.at(at) ?? 0) ^ 0xff;
    return copy;
  };

  it.each([
    ['a wrong checksum', flip(middle, -1)],
    ['a wrong checksum of the lengths', flip(middle, 8)],
    ['a payload that changed', flip(middle, 60)],
    ['an impossible length', new Uint8Array([0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0])],
    ['a length below the least', new Uint8Array(12)],
    ['no bytes', encodeFrame({ ':message-type': 'event', ':event-type': 'chunk' }, {})],
    ['no JSON', encodeChunk('{"type": ')],
    [
      'no base64',
      encodeFrame({ ':message-type': 'event', ':event-type': 'chunk' }, { bytes: '***' }),
    ],
  ])('ends with an error event: %s', async (_, frame) => {
    const events = await readStream([join(START, frame), STOP], { errors: 'classified' });
    expect(listNames(events)).toEqual(['message_start', 'error']);
    expect(readError(events)).toEqual({
      type: 'api_error',
      message: expect.stringContaining('is corrupt'),
    });
  });

  it.each([
    ['in a message', [START, middle.slice(0, 20)]],
    ['between messages', [START, middle]],
    ['before the first message', []],
  ])('ends with an error event if it is cut off %s', async (_, frames) => {
    const events = await readStream(frames);
    expect(readError(events)).toEqual({
      type: 'api_error',
      message: 'The connection to the upstream ended in the middle of the answer.',
    });
  });

  it.each([
    ['a part of a message', middle.slice(0, 3)],
    ['bytes that are no message', new Uint8Array(16)],
    ['an exception', encodeException('internalServerException', 'Oh.')],
  ])('is whole if %s follows the last event', async (_, rest) => {
    expect(listNames(await readStream([START, STOP, rest]))).toEqual([
      'message_start',
      'message_stop',
    ]);
  });

  it('names the code of a lost connection', async () => {
    const { response, send, fail } = feedStream();
    const reading = convertStream(response).then(readEvents);
    send(START);
    setTimeout(() => fail(new TypeError('terminated', { cause: { code: 'ECONNRESET' } })), 5);
    expect(readError(await reading)).toEqual({
      type: 'api_error',
      message: 'The connection to the upstream ended in the middle of the answer: ECONNRESET.',
    });
  });

  it('cancels the rest of a stream that cannot be read', async () => {
    const { response, send, cancelled } = feedStream();
    const reading = convertStream(response).then(readEvents);
    send(START, new Uint8Array(16));
    expect(listNames(await reading)).toEqual(['message_start', 'error']);
    await cancelled;
  });
});

describe('a client that leaves', () => {
  it('cancels the upstream', async () => {
    const { response, send, cancelled } = feedStream();
    const { body } = await convertStream(response);
    const reader = body?.getReader();
    send(START);
    await reader?.read();
    const pending = reader?.read();
    await reader?.cancel('gone');
    expect(await cancelled).toBe('gone');
    expect((await pending)?.done).toBe(true);
  });

  it('holds nothing back: no more is read than the client reads', async () => {
    let pulled = 0;
    const body = new ReadableStream<Uint8Array>(
      {
        pull(controller) {
          pulled++;
          controller.enqueue(pulled === 1 ? START : encodeChunk({ type: 'ping' }));
        },
      },
      { highWaterMark: 0 },
    );
    const headers = { 'content-type': 'application/vnd.amazon.eventstream' };
    const converted = await convertStream(new Response(body, { headers }));
    const reader = converted.body?.getReader();
    for (let i = 0; i < 5; i++) await reader?.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pulled).toBe(5);
  });
});

describe('a silent stream', () => {
  it('is pinged after message_start, and after each time of silence again', async () => {
    const { response, send, close } = feedStream();
    const reading = convertStream(response, { pingMs: 10 }).then(readEvents);
    await new Promise((resolve) => setTimeout(resolve, 35));
    send(START);
    await new Promise((resolve) => setTimeout(resolve, 60));
    send(STOP);
    close();
    const events = await reading;
    expect(events.filter(({ event }) => event === 'ping').length).toBeGreaterThanOrEqual(2);
    expect(new Set(listNames(events.slice(1, -1)))).toEqual(new Set(['ping']));
    expect(events[1]).toEqual({ event: 'ping', data: { type: 'ping' } });
    expect([events[0]?.event, events.at(-1)?.event]).toEqual(['message_start', 'message_stop']);
  });

  it('is pinged between whole events only', async () => {
    const middle = encodeChunk({ type: 'content_block_stop', index: 0 });
    const { response, send, close } = feedStream();
    const reading = convertStream(response, { pingMs: 10 }).then(readEvents);
    send(START);
    for (const piece of [middle.slice(0, 30), middle.slice(30), STOP]) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      send(piece);
    }
    close();
    const events = await reading;
    expect(listNames(events).filter((name) => name !== 'ping')).toEqual([
      'message_start',
      'content_block_stop',
      'message_stop',
    ]);
  });

  it('is not pinged while events arrive', async () => {
    const { response, send, close } = feedStream();
    const reading = convertStream(response, { pingMs: 5000 }).then(readEvents);
    send(START, STOP);
    close();
    expect(listNames(await reading)).toEqual(['message_start', 'message_stop']);
  });
});

describe('the stream of Vertex', () => {
  const TYPE = 'text/event-stream; charset=utf-8';
  const convertVertex = (response: Response, pingMs: number): Promise<Response> =>
    convertRequest(makeUpstream('vertex'), {}, { pingMs }).convertResponse(response);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

  it('keeps its bytes', async () => {
    const bytes = 'event: message_start\r\ndata: {"type":"message_start", "é": 1e3}\r\n\r\n: x\n\n';
    const { response, send, close } = feedStream(TYPE);
    send(encode(bytes));
    close();
    const converted = await convertVertex(response, 5000);
    expect(converted.headers.get('content-type')).toBe(TYPE);
    expect(await converted.text()).toBe(bytes);
  });

  it.each(['\n\n', '\r\n\r\n'])('is pinged between whole events that end with %j', async (end) => {
    const { response, send, close } = feedStream(TYPE);
    const reading = convertVertex(response, 10).then((converted) => converted.text());
    const pieces = ['event: message_st', `art\ndata: {"a":"\\n\\n"}${end}`, 'data: {', `}${end}`];
    for (const piece of pieces) {
      await new Promise((resolve) => setTimeout(resolve, 30));
      send(encode(piece));
    }
    close();
    const text = await reading;
    const [start, rest] = [pieces[0] + (pieces[1] ?? ''), (pieces[2] ?? '') + (pieces[3] ?? '')];
    const ping = 'event: ping\ndata: {"type": "ping"}\n\n';
    expect(text.startsWith(start + ping)).toBe(true);
    expect(text.replaceAll(ping, '')).toBe(start + rest);
    expect(text).toContain(rest);
  });

  it('is not pinged before its first event, nor after its last', async () => {
    const { response, send, close } = feedStream(TYPE);
    const reading = convertVertex(response, 10).then((converted) => converted.text());
    const bytes = 'data: {"type":"message_start"}\n\nevent: message_stop\ndata: {}\n\n';
    await new Promise((resolve) => setTimeout(resolve, 30));
    send(encode(bytes.slice(0, -8)));
    send(encode(bytes.slice(-8)));
    await new Promise((resolve) => setTimeout(resolve, 30));
    close();
    expect(await reading).toBe(bytes);
  });

  it('fails if the connection is lost, and cancels it if the client leaves', async () => {
    const lost = feedStream(TYPE);
    const reading = convertVertex(lost.response, 5000).then((converted) => converted.text());
    lost.fail(new TypeError('terminated'));
    await expect(reading).rejects.toThrow('terminated');
    const left = feedStream(TYPE);
    await (await convertVertex(left.response, 5000)).body?.cancel('gone');
    expect(await left.cancelled).toBe('gone');
  });
});

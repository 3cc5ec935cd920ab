/** Converts the event stream of InvokeModelWithResponseStream to server-sent events. */
import { EventStreamCodec, type Message } from '@smithy/eventstream-codec';
import { decodeBase64 } from './base64.ts';
import { FrameSplitter } from './frames.ts';
import { isObject, parseJson } from './message-request.ts';
import type { StreamSource } from './ping.ts';
import { writeErrorEvent, writeEvent } from './sse.ts';
import { type ApiError, addPromptToken, makeApiError } from './upstream-errors.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder();
const codec = new EventStreamCodec(
  (bytes) => (typeof bytes === 'string' ? bytes : decoder.decode(bytes)),
  (text) => encoder.encode(text),
);

/** Writes the text of an error for the client. */
export type WriteText = (error: ApiError) => string;

/** Thrown in the middle of a stream, and sent as its last event. */
class StreamError extends Error {
  readonly error: ApiError;
  /** False for an error of the gateway, whose text names nothing. */
  readonly isUpstreams: boolean;

  constructor(error: ApiError, isUpstreams = true) {
    super(error.message);
    this.error = error;
    this.isUpstreams = isUpstreams;
  }
}

/** The conversion of one stream. */
export class BedrockSource implements StreamSource {
  readonly #splitter = new FrameSplitter();
  readonly #writeText: WriteText;
  #isStarted = false;
  #isStopped = false;
  isDone = false;

  constructor(writeText: WriteText) {
    this.#writeText = writeText;
  }

  /** Only whole events are sent, so that a ping may follow any of them. */
  get canPing(): boolean {
    return this.#isStarted && !this.#isStopped && !this.isDone;
  }

  convert(bytes: Uint8Array): Uint8Array {
    let events = '';
    try {
      for (const frame of this.#splitter.split(bytes)) events += this.#convertFrame(frame);
    } catch (error) {
      events += this.#fail(error);
    }
    return encoder.encode(events);
  }

  end(error?: unknown): Uint8Array {
    this.isDone = true;
    if (this.#isStopped) return encoder.encode('');
    const reason = error === undefined ? '' : `: ${readCode(error)}`;
    const message = `The connection to the upstream ended in the middle of the answer${reason}.`;
    return encoder.encode(writeErrorEvent({ type: 'api_error', message }));
  }

  #convertFrame(frame: Uint8Array): string {
    const { headers, body } = decodeFrame(frame);
    const type = readHeader(headers, ':message-type');
    if (type !== 'event') throw new StreamError(readException(headers, body));
    if (readHeader(headers, ':event-type') !== 'chunk') return '';
    const json = decodeChunk(body);
    const event = parseJson(json);
    if (event === undefined) throw corrupt('an event is not valid JSON');
    // The keep-alive events of gateways have no type, and the official client drops them too.
    if (!isObject(event) || typeof event.type !== 'string') return '';
    return this.#writeEvent(event.type, json, event);
  }

  #writeEvent(type: string, json: string, event: Record<string, unknown>): string {
    if (type === 'error') throw new StreamError(readErrorEvent(event));
    this.#isStarted ||= type === 'message_start';
    this.#isStopped ||= type === 'message_stop';
    return writeEvent(type, json);
  }

  /** Ends the stream. Nothing that follows a whole message makes it fail. */
  #fail(thrown: unknown): string {
    this.isDone = true;
    if (this.#isStopped) return '';
    const { error, isUpstreams } =
      thrown instanceof StreamError ? thrown : corrupt('an event has an impossible length');
    const message = isUpstreams ? this.#writeText(error) : error.message;
    return writeErrorEvent({ type: error.type, message });
  }
}

function decodeFrame(frame: Uint8Array): Message {
  try {
    return codec.decode(frame);
  } catch {
    throw corrupt('the checksum or the headers of an event are wrong');
  }
}

/** Decodes the payload of a chunk, `{"bytes": "…"}`, whose other fields are padding. */
function decodeChunk(body: Uint8Array): string {
  const payload = parseJson(decoder.decode(body));
  const bytes = isObject(payload) ? payload.bytes : undefined;
  if (typeof bytes !== 'string') throw corrupt('an event has no bytes');
  try {
    return decodeBase64(bytes);
  } catch {
    throw corrupt('the bytes of an event are not base64');
  }
}

/** Reads an exception, or an error that AWS has no model of. */
function readException(headers: Message['headers'], body: Uint8Array): ApiError {
  const name =
    readHeader(headers, ':exception-type') ?? readHeader(headers, ':error-code') ?? 'unknown';
  const json = parseJson(decoder.decode(body));
  const { message, Message } = isObject(json) ? json : {};
  const text = [message, Message, readHeader(headers, ':error-message')].find(
    (value): value is string => typeof value === 'string',
  );
  return makeApiError(name, addPromptToken(text ?? `The upstream reported ${name}.`));
}

/** Reads an error of the API inside of the stream. */
function readErrorEvent({ error }: Record<string, unknown>): ApiError {
  const { type, message } = isObject(error) ? error : {};
  const name = typeof type === 'string' ? type : 'api_error';
  const status = name === 'invalid_request_error' ? 400 : 500;
  return { type: name, message: typeof message === 'string' ? message : name, status };
}

const readHeader = (headers: Message['headers'], name: string): string | undefined => {
  const value = headers[name]?.value;
  return typeof value === 'string' ? value : undefined;
};

/** Makes the error of a stream that cannot be read. It quotes nothing of the stream. */
const corrupt = (problem: string): StreamError =>
  new StreamError(
    {
      type: 'api_error',
      message: `The event stream of the upstream is corrupt: ${problem}.`,
      status: 502,
    },
    false,
  );

/** Reads the code of a lost connection, such as ECONNRESET. */
function readCode(error: unknown): string {
  const { cause, code, name } = Object(error) as Record<string, unknown>;
  const inner = Object(cause) as Record<string, unknown>;
  const found = [inner.code, code, name].find((value) => typeof value === 'string');
  return String(found ?? 'unknown error').slice(0, 60);
}

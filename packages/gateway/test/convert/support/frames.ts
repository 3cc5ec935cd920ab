/** Event streams of AWS, made and broken by hand. */
import { EventStreamCodec } from '@smithy/eventstream-codec';

const encoder = new TextEncoder();
const codec = new EventStreamCodec(
  (bytes) => new TextDecoder().decode(bytes as Uint8Array),
  (text) => encoder.encode(text),
);

/** Encodes a message of AWS. */
export const encodeFrame = (
  names: Readonly<Record<string, string>>,
  payload: unknown,
): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    codec.encode({
      headers: Object.fromEntries(
        Object.entries(names).map(([name, value]) => [name, { type: 'string', value }]),
      ),
      body: encoder.encode(typeof payload === 'string' ? payload : JSON.stringify(payload)),
    }),
  );

const CHUNK = { ':message-type': 'event', ':event-type': 'chunk' };

/** Encodes an event of the API, as JSON or a value. */
export const encodeChunk = (event: unknown): Uint8Array<ArrayBuffer> => {
  const json = typeof event === 'string' ? event : JSON.stringify(event);
  return encodeFrame(CHUNK, { bytes: Buffer.from(json).toString('base64'), p: 'abcdef' });
};

/** Encodes an exception. */
export const encodeException = (type: string, message: string): Uint8Array<ArrayBuffer> =>
  encodeFrame({ ':message-type': 'exception', ':exception-type': type }, { message });

/** The first and the last event of a message. */
export const START: Uint8Array<ArrayBuffer> = encodeChunk({
  type: 'message_start',
  message: { id: 'msg_1' },
});
export const STOP: Uint8Array<ArrayBuffer> = encodeChunk({ type: 'message_stop' });

/** A stream that a test feeds. */
export interface FedStream {
  readonly response: Response;
  readonly send: (...frames: Uint8Array[]) => void;
  readonly close: () => void;
  readonly fail: (error: unknown) => void;
  /** The reason of the cancellation, once there is one. */
  readonly cancelled: Promise<unknown>;
}

const TYPE = 'application/vnd.amazon.eventstream';

/** Makes the response of a streamed call whose bytes the test sends. */
export function feedStream(type: string = TYPE): FedStream {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  let cancel: (reason: unknown) => void = () => {};
  const cancelled = new Promise<unknown>((resolve) => {
    cancel = resolve;
  });
  const body = new ReadableStream<Uint8Array>({
    start(given) {
      controller = given;
    },
    cancel,
  });
  return {
    response: new Response(body, { headers: { 'content-type': type } }),
    send: (...frames) => {
      for (const frame of frames) controller?.enqueue(frame);
    },
    close: () => controller?.close(),
    fail: (error) => controller?.error(error),
    cancelled,
  };
}

/** Makes the response of a streamed call with these bytes. */
export function streamFrames(...frames: Uint8Array[]): Response {
  const { response, send, close } = feedStream();
  send(...frames);
  close();
  return response;
}

/** Joins bytes. */
export const join = (...parts: Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.concat(parts));

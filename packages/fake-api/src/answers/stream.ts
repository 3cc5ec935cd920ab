/** Streamed events on the wire: server-sent events, and the binary frames of AWS. */
import { EventStreamCodec } from '@smithy/core/event-streams';

const encoder = new TextEncoder();
const codec = new EventStreamCodec(
  (bytes) => new TextDecoder().decode(bytes as Uint8Array),
  (text) => encoder.encode(text),
);

/** One event of a streamed message. */
export interface StreamEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** Answers with `event:` and `data:` lines, one chunk per event. */
export function respondWithEvents(events: readonly StreamEvent[]): Response {
  return streamBytes(events.map(encodeEvent), 'text/event-stream; charset=utf-8');
}

/** Encodes one server-sent event. */
export const encodeEvent = (event: StreamEvent): Uint8Array =>
  encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);

/**
 * `application/vnd.amazon.eventstream`: sends each event as base64 in a `chunk` frame, like
 * InvokeModelWithResponseStream.
 */
export function respondWithChunks(events: readonly StreamEvent[]): Response {
  return respondWithFrames(
    events.map((event) => ['chunk', { bytes: encodeBase64(JSON.stringify(event)) }]),
  );
}

/** Encodes character by character, because a block may exceed the maximum number of arguments. */
function encodeBase64(text: string): string {
  let binary = '';
  for (const byte of encoder.encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** Sends each event as a frame with its type and payload, like ConverseStream. */
export function respondWithFrames(
  events: readonly (readonly [type: string, payload: Record<string, unknown>])[],
): Response {
  const chunks = events.map(([type, payload]) =>
    encodeFrame({ ':event-type': type, ':message-type': 'event' }, payload),
  );
  return streamBytes(chunks, 'application/vnd.amazon.eventstream');
}

/** Encodes one frame of an AWS event stream. */
export function encodeFrame(names: Readonly<Record<string, string>>, payload: object): Uint8Array {
  const headers = { ...names, ':content-type': 'application/json' };
  return codec.encode({
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, { type: 'string', value }]),
    ),
    body: encoder.encode(JSON.stringify(payload)),
  });
}

function streamBytes(chunks: readonly Uint8Array[], type: string): Response {
  let next = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks[next++];
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
}

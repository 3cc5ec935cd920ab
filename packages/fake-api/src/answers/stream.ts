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

/** `event:` and `data:` lines, one chunk an event. */
export function serverSentEvents(events: readonly StreamEvent[]): Response {
  const chunks = events.map((event) =>
    encoder.encode(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`),
  );
  return streamed(chunks, 'text/event-stream; charset=utf-8');
}

/**
 * `application/vnd.amazon.eventstream`: each event as base64 in a `chunk` frame, as
 * InvokeModelWithResponseStream sends it.
 */
export function chunkFrames(events: readonly StreamEvent[]): Response {
  return converseFrames(
    events.map((event) => {
      const bytes = btoa(String.fromCharCode(...encoder.encode(JSON.stringify(event))));
      return ['chunk', { bytes }];
    }),
  );
}

/** The same frames with a type and a payload each, as ConverseStream sends them. */
export function converseFrames(
  events: readonly (readonly [type: string, payload: Record<string, unknown>])[],
): Response {
  const text = (value: string): { type: 'string'; value: string } => ({ type: 'string', value });
  const chunks = events.map(([type, payload]) =>
    codec.encode({
      headers: {
        ':event-type': text(type),
        ':content-type': text('application/json'),
        ':message-type': text('event'),
      },
      body: encoder.encode(JSON.stringify(payload)),
    }),
  );
  return streamed(chunks, 'application/vnd.amazon.eventstream');
}

function streamed(chunks: readonly Uint8Array[], type: string): Response {
  const rest = [...chunks];
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = rest.shift();
      if (chunk) controller.enqueue(chunk);
      else controller.close();
    },
  });
  return new Response(body, { headers: { 'content-type': type, 'cache-control': 'no-cache' } });
}

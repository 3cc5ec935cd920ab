/** AWS event stream frames, as Bedrock sends them. */
import { EventStreamCodec } from '@smithy/eventstream-codec';

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString('utf8'),
  (text) => Buffer.from(text, 'utf8'),
);

/** Encodes an event of a message as one frame. */
export function encodeFrame(payload: string): Buffer {
  const bytes = Buffer.from(payload, 'utf8').toString('base64');
  return encode('event', 'chunk', `{"bytes":"${bytes}","p":"abcdefgh"}`);
}

/** Encodes an exception inside a stream as one frame. */
export function encodeExceptionFrame(type: string, message: string): Buffer {
  return encode('exception', type, JSON.stringify({ message }));
}

function encode(messageType: 'event' | 'exception', name: string, body: string): Buffer {
  const encoded = codec.encode({
    headers: {
      ':message-type': { type: 'string', value: messageType },
      [`:${messageType}-type`]: { type: 'string', value: name },
      ':content-type': { type: 'string', value: 'application/json' },
    },
    body: Buffer.from(body, 'utf8'),
  });
  return Buffer.from(encoded);
}

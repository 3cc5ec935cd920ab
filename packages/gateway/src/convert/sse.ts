/** Server-sent events. */
import type { ApiError } from './upstream-errors.ts';

/** The type of server-sent events. */
export const EVENT_STREAM = 'text/event-stream; charset=utf-8';

/** Writes an event. JSON has white space only between its tokens, so that lines can be joined. */
export const writeEvent = (name: string, json: string): string =>
  `event: ${name}\ndata: ${json.replace(/[\r\n]+/g, ' ')}\n\n`;

/** The event that keeps a connection alive. */
export const PING: string = writeEvent('ping', '{"type": "ping"}');

/** Writes the event of an error. */
export const writeErrorEvent = ({ type, message }: Pick<ApiError, 'type' | 'message'>): string =>
  writeEvent('error', JSON.stringify({ type: 'error', error: { type, message } }));

/** Tests which bytes end between two events of a stream whose first event has passed. */
export class EventBoundary {
  #tail = '';
  #isStarted = false;

  /** Reads the next bytes. */
  read(bytes: Uint8Array): void {
    // Bytes outside of ASCII may be cut, and decode to anything but the characters looked for.
    const text = this.#tail + new TextDecoder('latin1').decode(bytes);
    this.#isStarted ||= text.includes('message_start');
    this.#tail = text.slice(-20);
  }

  /** True if an event may follow. */
  get isBetweenEvents(): boolean {
    return this.#isStarted && /(?:\n\n|\r\r|\r\n\r\n)$/.test(this.#tail);
  }
}

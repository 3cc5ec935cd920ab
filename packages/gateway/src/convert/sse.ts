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

/** The length of the longest text that the boundary looks for, and more. */
const TAIL = 40;
/** The last event of a message is shorter, so that only the end of later pieces is read. */
const RECENT = 1000;

/** Finds out if the bytes so far end between two events of a message. */
export class EventBoundary {
  #tail = '';
  #isStarted = false;
  #isStopped = false;

  /** Reads the next bytes. */
  read(bytes: Uint8Array): void {
    // A character that is cut decodes to another one, but to none that matters here.
    const recent = this.#isStarted ? bytes.subarray(-RECENT) : bytes;
    const text = this.#tail + new TextDecoder().decode(recent);
    this.#isStarted ||= text.includes('message_start');
    // JSON has no line break in a text, so that this is the name of an event.
    this.#isStopped ||= /[\r\n]event: ?message_stop[\r\n]/.test(text);
    this.#tail = text.slice(-TAIL);
  }

  /** True if an event may follow. */
  get isBetweenEvents(): boolean {
    return this.#isStarted && !this.#isStopped && /(?:\n\n|\r\r|\r\n\r\n)$/.test(this.#tail);
  }
}

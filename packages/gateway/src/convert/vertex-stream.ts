/** Passes the server-sent events of Vertex on, byte for byte. */
import type { StreamSource } from './ping.ts';
import type { EventBoundary } from './sse.ts';

/** The conversion of one stream, which changes nothing. */
export class VertexSource implements StreamSource {
  readonly #boundary: EventBoundary;
  isDone = false;

  constructor(boundary: EventBoundary) {
    this.#boundary = boundary;
  }

  get canPing(): boolean {
    return this.#boundary.isBetweenEvents;
  }

  convert(bytes: Uint8Array): Uint8Array {
    this.#boundary.read(bytes);
    return bytes;
  }

  /** A lost connection stays one. */
  end(error?: unknown): Uint8Array {
    if (error !== undefined) throw error;
    this.isDone = true;
    return new Uint8Array();
  }
}

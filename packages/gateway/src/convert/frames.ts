/** Splits the bytes of an AWS event stream into its messages. */

/** Two lengths and their checksum, and the checksum of the message. */
const MIN_BYTES = 16;
/** The largest message that AWS allows is 24 MB. A larger length is that of a corrupt stream. */
const MAX_BYTES = 24 * 1024 * 1024;
const EMPTY = new Uint8Array();

/** Collects bytes until a message is whole. */
export class FrameSplitter {
  #parts: Uint8Array[] = [];
  #size = 0;

  /**
   * Returns the messages that these bytes complete.
   * @throws {RangeError} if a length cannot be that of a message
   */
  *split(bytes: Uint8Array): Generator<Uint8Array> {
    this.#parts.push(bytes);
    this.#size += bytes.length;
    for (;;) {
      const length = this.#readLength();
      if (length === undefined || this.#size < length) return;
      const all = this.#join();
      this.#keep(all.subarray(length));
      yield all.subarray(0, length);
    }
  }

  /** Reads the length of the next message; `undefined` if its bytes have not arrived. */
  #readLength(): number | undefined {
    if (this.#size < 4) return undefined;
    // Only the first bytes are joined: a large message arrives in many parts.
    if ((this.#parts[0]?.length ?? 0) < 4) this.#keep(this.#join());
    const [first = EMPTY] = this.#parts;
    const length = new DataView(first.buffer, first.byteOffset, 4).getUint32(0);
    if (length < MIN_BYTES || length > MAX_BYTES)
      throw new RangeError(`a message of ${length} bytes`);
    return length;
  }

  #join(): Uint8Array {
    const [first = EMPTY] = this.#parts;
    if (this.#parts.length <= 1) return first;
    const all = new Uint8Array(this.#size);
    let end = 0;
    for (const part of this.#parts) {
      all.set(part, end);
      end += part.length;
    }
    return all;
  }

  #keep(rest: Uint8Array): void {
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#size = rest.length;
  }
}

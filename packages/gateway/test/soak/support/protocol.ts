/** The names and values that the clients, the upstream and the gateway of the soak share. */

/** The header with the id of a request, which the upstream returns. */
export const ID = 'x-soak-id';
/** The header with the fault that the upstream answers with. */
export const FAULT = 'x-soak-fault';
/** The header with the size of a body that the upstream answers with, in bytes. */
export const SIZE = 'x-soak-size';
/** A beta that the upstream rejects by name. */
export const REJECTED = 'soak-rejected-2025-01-01';
/** The seconds of `retry-after`. */
export const RETRY_AFTER = '7';
/** The number of text events in a stream. */
export const EVENTS = 6;

/** Matches the ids of requests in any text. */
const IDS = /soak-[0-9a-f]+-\d+z/g;

/** Makes the id of a request. */
export const makeId = (run: string, number: number): string => `soak-${run}-${number}z`;

/** Returns an id in a text that is not the request's own. */
export const findForeignId = (text: string, id: string): string | undefined =>
  text.match(IDS)?.find((found) => found !== id);

/** The number in an id. */
export const readNumber = (id: string): number => Number(/-(\d+)z$/.exec(id)?.[1]);

const UNIT_BYTES = 64;
const BLOCK_UNITS = 1024;

/** Makes a block of bytes that repeats an id every 64 bytes. */
export const makeBlock = (id: string): Buffer =>
  Buffer.from(`${id.padEnd(UNIT_BYTES - 1, '.')}\n`.repeat(BLOCK_UNITS));

/** Checks that bytes repeat an id, whatever their pieces. */
export class PatternChecker {
  readonly #twice: Buffer;
  readonly #size: number;
  length = 0;
  isRight = true;

  constructor(id: string) {
    const block = makeBlock(id);
    this.#size = block.length;
    this.#twice = Buffer.concat([block, block]);
  }

  add(chunk: Uint8Array): void {
    for (let start = 0; start < chunk.length; start += this.#size) {
      const part = chunk.subarray(start, start + this.#size);
      const offset = (this.length + start) % this.#size;
      if (this.#twice.compare(part, 0, part.length, offset, offset + part.length) !== 0)
        this.isRight = false;
    }
    this.length += chunk.length;
  }
}

/** A measurement of the gateway's process, after a collection. */
export interface Measurement {
  /** Used bytes of the heap and of buffers outside it. */
  readonly heap: number;
  readonly buffers: number;
  readonly rss: number;
  /** The open connections of clients. */
  readonly accepted: number;
  /** The open connections to upstreams and Redis. */
  readonly connected: number;
  /** The active handles and timers by type. */
  readonly resources: Readonly<Record<string, number>>;
  /** The microseconds of CPU that the process has used. */
  readonly cpuMicros: number;
}

/** A message of the gateway's process. */
export type ProcessMessage =
  | { readonly type: 'ready'; readonly same: string; readonly converted: string }
  | { readonly type: 'measured'; readonly measurement: Measurement }
  | { readonly type: 'recovery'; readonly event: string }
  | { readonly type: 'problem'; readonly text: string }
  | { readonly type: 'closed'; readonly cut: number };

/** A message to the gateway's process. */
export type ProcessCommand = 'measure' | 'close';

/** The settings of the gateway's process. */
export interface ProcessSettings {
  readonly upstream: string;
  readonly redis: string;
}

/** The times of the gateway, in milliseconds. A slow machine gets longer ones. */
const SCALE = Math.min(3, Math.max(1, Number(process.env['TEST_TIME_SCALE']) || 1));
const scale = (ms: number): number => Math.round(ms * SCALE);
export const TIMES: {
  readonly headersMs: number;
  readonly bodyMs: number;
  readonly requestMs: number;
  readonly writeMs: number;
  readonly pingMs: number;
} = {
  headersMs: scale(2_000),
  bodyMs: scale(2_000),
  requestMs: scale(6_000),
  writeMs: scale(5_000),
  pingMs: 400,
};
/** The limits of the gateway. */
export const MAX_BODY_BYTES = 6_000_000;
export const MAX_HEADER_BYTES = 16_384;

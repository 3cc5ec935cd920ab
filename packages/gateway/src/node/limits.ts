/** The limits of the server. */

/** Limits of the server. Times are in milliseconds. */
export interface ServerLimits {
  /** The largest size of a request's headers with its target, in bytes. Default: 65,536. */
  readonly headerBytes?: number;
  /** The largest number of header lines. Default: 256. */
  readonly headers?: number;
  /** The largest size of a request's target, in bytes. Default: 8,192. */
  readonly targetBytes?: number;
  /** The longest time to receive the headers of a request. Default: 30,000. */
  readonly headersTimeoutMs?: number;
  /** The longest time to receive a whole request. Default: 600,000. */
  readonly requestTimeoutMs?: number;
  /** The longest time that an idle connection is kept. Default: 75,000. */
  readonly keepAliveTimeoutMs?: number;
  /** The longest time that a client may take no data of a response. Default: 300,000. */
  readonly writeTimeoutMs?: number;
  /** The largest number of connections. Further ones are closed. Default: 10,000. */
  readonly connections?: number;
  /** The time for requests in flight when the server closes. Default: 25,000. */
  readonly shutdownMs?: number;
}

/** The limits of a server that is given none. */
const DEFAULT_LIMITS: Required<ServerLimits> = {
  headerBytes: 65_536,
  headers: 256,
  targetBytes: 8_192,
  headersTimeoutMs: 30_000,
  requestTimeoutMs: 600_000,
  keepAliveTimeoutMs: 75_000,
  writeTimeoutMs: 300_000,
  connections: 10_000,
  shutdownMs: 25_000,
};

/** The longest time that a timer of Node takes. */
const MAX_MS = 2_147_483_647;

/**
 * Checks limits and adds the defaults.
 * @throws {TypeError} for an unknown name
 * @throws {RangeError} for a value that is not a whole number in its range
 */
export function readLimits(given: ServerLimits = {}): Required<ServerLimits> {
  const limits: Record<string, number> = { ...DEFAULT_LIMITS };
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(DEFAULT_LIMITS, name))
      throw new TypeError(
        `limits.${name} is unknown. Known limits: ${Object.keys(DEFAULT_LIMITS).join(', ')}`,
      );
    const least = name === 'shutdownMs' ? 0 : 1;
    if (!Number.isInteger(value) || value < least || value > MAX_MS)
      throw new RangeError(
        `limits.${name} is ${String(value)}; give a whole number from ${least} to ${MAX_MS}`,
      );
    limits[name] = value;
  }
  return limits as unknown as Required<ServerLimits>;
}

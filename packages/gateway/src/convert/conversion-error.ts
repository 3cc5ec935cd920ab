/** The error for a request that cannot be converted. */

/** Thrown if a request cannot be converted. The message is for the client and quotes no content. */
export class ConversionError extends Error {
  override readonly name = 'ConversionError';
  /** The status of the answer to the client. */
  readonly status = 400;
}

/** The conversion between the Messages form of a client and the form of a platform. */
import type { GatewayOptions, Upstream } from '../types.ts';

/** A request to an upstream. The betas are in the header `anthropic-beta`, as planned. */
export interface ConvertibleRequest {
  readonly method: string;
  /** The path on the Claude API, with its query: `/v1/messages?beta=true`. */
  readonly path: string;
  readonly headers: Headers;
  /** The JSON of the request, after the plan. */
  readonly body: string;
}

/** A converted request, before it is authenticated. */
export interface ConvertedRequest {
  readonly url: string;
  readonly headers: Headers;
  readonly body: string;
  /** Converts the upstream's response to the form of the client. */
  readonly convertResponse: (response: Response) => Promise<Response>;
}

/**
 * Converts a request in the Messages form for an upstream with another form. Returns `undefined` if
 * the upstream has no counterpart of the endpoint.
 * @throws {ConversionError} if the request cannot be converted, such as one without a model
 */
export type Convert = (
  request: ConvertibleRequest,
  upstream: Upstream,
  options: Pick<GatewayOptions, 'errors' | 'pingMs'>,
) => ConvertedRequest | undefined;

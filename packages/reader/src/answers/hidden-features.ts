/** Tests what a text leaves open about its request. */
import { readRoute } from '@beta-headers/grammar';

/** Parts of a body that hold no feature of their own, or only texts. */
const HARMLESS =
  /^\/(?:model|max_tokens|system|messages|metadata|stop_sequences|temperature|top_[kp]|stream)(?:\/|$)/;

/** Fields of a tool or a server that are texts, or describe the caller's own function. */
const HARMLESS_FIELD = /\/(?:name|description|url|authorization_token|id|input_schema(?:\/.+)?)$/;

/** The part of a request by which its gaps are judged. */
export interface SeenRequest {
  readonly method: string;
  readonly url: string;
  readonly unknown: readonly { readonly part: string }[];
}

/**
 * Tests if a part that the text does not have may use a feature or send a beta. Then the request
 * may need more than what is seen.
 */
export function hidesFeatures({ unknown, method, url }: SeenRequest): boolean {
  // A form that uploads a file has no parameters of a message.
  const hasParams = readRoute(method, url).params !== 'none';
  return unknown.some(({ part }) => {
    if (part.startsWith('/')) return !HARMLESS.test(part) && !HARMLESS_FIELD.test(part);
    return (part === 'body' && hasParams) || part === 'headers' || part === 'header:anthropic-beta';
  });
}

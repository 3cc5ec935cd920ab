/** Makes responses of refusals: clients treat a rejection of `fetch` as a lost connection. */
import type { BetaPolicyError } from '../policy-error.ts';

/** The header that marks a response of an adapter, which no server sent. */
export const REFUSED_HEADER = 'x-beta-headers';

/**
 * Makes the response to a request that is not sent: a 400 in the API's form, which clients do not
 * retry. Recovery and `classifyBetaError` recognize its header and learn nothing from it.
 */
export function toRefusal({ message }: BetaPolicyError): Response {
  const error = { type: 'invalid_request_error', message };
  // Bedrock's errors have a `message` at the top level.
  return new Response(JSON.stringify({ type: 'error', error, message, request_id: null }), {
    status: 400,
    statusText: 'Bad Request',
    headers: {
      'content-type': 'application/json',
      'x-should-retry': 'false',
      [REFUSED_HEADER]: 'refused',
    },
  });
}

/** Tests if headers, in any form, are those of a refusal by an adapter. */
export function isOwnRefusal(headers: unknown): boolean {
  try {
    const { get, [REFUSED_HEADER]: value } = Object(headers) as {
      get?: unknown;
      [REFUSED_HEADER]?: unknown;
    };
    const given = typeof get === 'function' ? (headers as Headers).get(REFUSED_HEADER) : value;
    return given === 'refused';
  } catch {
    return false;
  }
}

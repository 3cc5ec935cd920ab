/** The gateway's own errors, in the shape of the API. */
import type { WireForm } from '@beta-headers/grammar';

/** The code of an own error. It is in events and can be a label of a metric. */
export type ErrorCode =
  | 'body_encoded'
  | 'body_invalid'
  | 'body_too_large'
  | 'body_unreadable'
  | 'client_credential'
  | 'client_gone'
  | 'conversion'
  | 'internal'
  | 'not_found'
  | 'path_invalid'
  | 'policy_refused'
  | 'upstream_credential'
  | 'upstream_timeout'
  | 'upstream_unreachable';

/** The status, and the API's name of it, for each code. */
const STATUSES: { readonly [C in ErrorCode]: readonly [number, string] } = {
  body_encoded: [415, 'invalid_request_error'],
  body_invalid: [400, 'invalid_request_error'],
  body_too_large: [413, 'request_too_large'],
  body_unreadable: [400, 'invalid_request_error'],
  client_credential: [401, 'authentication_error'],
  // The code that nginx logs for a client that closed its connection.
  client_gone: [499, 'api_error'],
  conversion: [400, 'invalid_request_error'],
  internal: [500, 'api_error'],
  not_found: [404, 'not_found_error'],
  path_invalid: [400, 'invalid_request_error'],
  policy_refused: [400, 'invalid_request_error'],
  upstream_credential: [502, 'api_error'],
  upstream_timeout: [504, 'timeout_error'],
  upstream_unreachable: [502, 'api_error'],
};

/** Errors that may be gone when the client tries again. */
const TRANSIENT: ReadonlySet<ErrorCode> = new Set([
  'client_gone',
  'internal',
  'upstream_timeout',
  'upstream_unreachable',
]);

/** An error of the gateway itself. Its message goes to the client, so it holds no secret. */
export class GatewayError extends Error {
  override readonly name = 'GatewayError';
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** Makes the response of an own error. A client of Bedrock reads `message` at the top level. */
export function toErrorResponse({ code, message }: GatewayError, form: WireForm): Response {
  const [status, type] = STATUSES[code];
  const isBedrock = form === 'invoke' || form === 'converse';
  const body = {
    type: 'error',
    error: { type, message },
    ...(isBedrock && { message }),
    request_id: null,
  };
  const headers = new Headers({ 'content-type': 'application/json' });
  if (!TRANSIENT.has(code)) headers.set('x-should-retry', 'false');
  if (code === 'policy_refused') headers.set('x-beta-headers', 'refused');
  if (isBedrock) headers.set('x-amzn-errortype', AMAZON_TYPES[status] ?? 'ValidationException');
  return new Response(JSON.stringify(body), { status, headers });
}

/** Bedrock's names of errors, which its clients read in a header. */
const AMAZON_TYPES: { readonly [status: number]: string } = {
  401: 'AccessDeniedException',
  404: 'ResourceNotFoundException',
  500: 'InternalServerException',
  502: 'ServiceUnavailableException',
  504: 'ModelTimeoutException',
};

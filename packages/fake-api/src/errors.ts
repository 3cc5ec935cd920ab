/** Errors in the shape that the platform gives them. */
import type { CatalogPlatform } from '@beta-headers/manifest';

/** An error, whatever its shape. */
export interface Failure {
  readonly status: number;
  readonly message: string;
  /** `error.type`. Default: by status. */
  readonly type?: string;
  readonly details?: { readonly error_code: string };
  readonly headers?: Readonly<Record<string, string>>;
}

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};
const AWS_TYPES: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  401: 'UnrecognizedClientException',
  403: 'AccessDeniedException',
  404: 'UnknownOperationException',
  408: 'ModelTimeoutException',
  413: 'RequestEntityTooLargeException',
  424: 'ModelErrorException',
  429: 'ThrottlingException',
  503: 'ServiceUnavailableException',
};

/** Returns the name of the AWS exception for a status. */
export const getAwsErrorType = (status: number): string =>
  AWS_TYPES[status] ?? (status < 500 ? 'ValidationException' : 'InternalServerException');

/**
 * Makes the response to a failed request, in the envelope of the Claude API or of the AWS runtime
 * behind InvokeModel and Converse.
 */
export function makeFailureResponse(
  platform: CatalogPlatform,
  requestId: string,
  failure: Failure,
): Response {
  const { status, message } = failure;
  const headers = { ...makeRequestIdHeader(platform, requestId), ...failure.headers };
  if (!isRuntime(platform))
    return json(makeErrorBody(platform, requestId, failure), status, headers);
  const text =
    platform.wire === 'converse' && status === 400
      ? `The model returned the following errors: ${message}`
      : message;
  return json({ message: text }, status, {
    'x-amzn-errortype': getAwsErrorType(status),
    ...headers,
  });
}

/** Makes the Claude API's envelope, or that of Google's front end for an exhausted quota. */
export function makeErrorBody(
  { operator }: CatalogPlatform,
  requestId: string,
  { status, message, type, details }: Failure,
): object {
  if (operator === 'google' && status === 429 && type === undefined)
    return { error: { code: status, message, status: 'RESOURCE_EXHAUSTED' } };
  const error = {
    type: type ?? TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error'),
    message,
    ...(details && { details }),
  };
  return { type: 'error', error, request_id: requestId };
}

/** Makes the rate-limit headers of the Claude API. `retry-after` is sent on every platform. */
export function makeRateLimitHeaders(
  { operator }: CatalogPlatform,
  status: number,
  retryAfter: number | undefined,
): Record<string, string> {
  const seconds = retryAfter ?? 60;
  const reset = new Date(Date.now() + seconds * 1000).toISOString();
  return {
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
    ...(status === 429 &&
      operator === 'anthropic' && {
        'anthropic-ratelimit-requests-limit': '50',
        'anthropic-ratelimit-requests-remaining': '0',
        'anthropic-ratelimit-requests-reset': reset,
        'anthropic-ratelimit-tokens-limit': '50000',
        'anthropic-ratelimit-tokens-remaining': '0',
        'anthropic-ratelimit-tokens-reset': reset,
      }),
  };
}

/** Makes the header that carries the id of the request. */
export function makeRequestIdHeader(
  platform: CatalogPlatform,
  requestId: string,
): Record<string, string> {
  return { [isRuntime(platform) ? 'x-amzn-requestid' : 'request-id']: requestId };
}

/** The AWS runtime has forms of its own, in which the betas are in the body. */
const isRuntime = ({ operator, wire }: CatalogPlatform): boolean =>
  operator === 'aws' && wire !== 'header';

/** Makes a JSON response. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

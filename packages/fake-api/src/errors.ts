/** Errors in the shape that the platform gives them. */
import type { CatalogPlatform } from '@beta-headers/manifest';

/** What an error says, whatever its shape. */
export interface Failure {
  readonly status: number;
  readonly message: string;
  /** `error.type`; by status where it is absent. */
  readonly type?: string;
  readonly details?: { readonly error_code: string };
}

const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};
const AWS_TYPES: Readonly<Record<number, string>> = {
  400: 'ValidationException',
  401: 'UnrecognizedClientException',
  404: 'UnknownOperationException',
};

/**
 * The response of a failed request: the Claude API's envelope, or that of the AWS runtime behind
 * InvokeModel and Converse.
 */
export function failureResponse(
  platform: CatalogPlatform,
  requestId: string,
  { status, message, type, details }: Failure,
): Response {
  if (isRuntime(platform)) {
    const text =
      platform.wire === 'converse' && status === 400
        ? `The model returned the following errors: ${message}`
        : message;
    return json({ message: text }, status, {
      ...requestIdHeader(platform, requestId),
      'x-amzn-errortype': AWS_TYPES[status] ?? 'InternalServerException',
    });
  }
  const error = {
    type: type ?? TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error'),
    message,
    ...(details && { details }),
  };
  return json(
    { type: 'error', error, request_id: requestId },
    status,
    requestIdHeader(platform, requestId),
  );
}

/** The header that carries the id of the request. */
export function requestIdHeader(
  platform: CatalogPlatform,
  requestId: string,
): Record<string, string> {
  return { [isRuntime(platform) ? 'x-amzn-requestid' : 'request-id']: requestId };
}

/** The AWS runtime has forms of its own, in which the betas are in the body. */
const isRuntime = ({ operator, wire }: CatalogPlatform): boolean =>
  operator === 'aws' && wire !== 'header';

/** A JSON response. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

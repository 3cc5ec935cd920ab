/** Error answers of the upstream, in the shapes that clients meet. */

/** An error answer. */
export interface ErrorShape {
  readonly id: string;
  readonly status: number;
  /** Ends the sentence "An error … reaches the client unchanged." */
  readonly name: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The answer of Bedrock, if its shape differs. */
  readonly bedrock?: { readonly type: string; readonly body: string };
}

const JSON_TYPE = { 'content-type': 'application/json' };

/** Writes an error of the Claude API with white space that a JSON writer would not keep. */
function writeError(type: string, message: string): string {
  const error = `{"type":"${type}",  "message":"${message}"}`;
  return `{"type":"error", "error":${error},"request_id":"req_1"}`;
}

/** The error answers that the suite sends. */
export const ERROR_SHAPES: readonly ErrorShape[] = [
  {
    id: '400',
    status: 400,
    name: '400 about a prompt that is too long',
    headers: JSON_TYPE,
    body: writeError('invalid_request_error', 'prompt is too long: 213456 tokens > 200000 maximum'),
    bedrock: {
      type: 'ValidationException',
      body: '{"message": "Input is too long for requested model."}',
    },
  },
  {
    id: '400-field',
    status: 400,
    name: '400 that names a field',
    headers: JSON_TYPE,
    body: writeError('invalid_request_error', 'conformance: Extra inputs are not permitted'),
    bedrock: {
      type: 'ValidationException',
      body: '{"message": "conformance: Extra inputs are not permitted"}',
    },
  },
  {
    id: '401',
    status: 401,
    name: '401',
    headers: JSON_TYPE,
    body: writeError('authentication_error', 'invalid x-api-key'),
  },
  {
    id: '403',
    status: 403,
    name: '403',
    headers: JSON_TYPE,
    body: writeError('permission_error', 'Your account may not use this model.'),
    bedrock: {
      type: 'AccessDeniedException',
      body: '{"message": "You do not have access to the model with the specified model ID."}',
    },
  },
  {
    id: '404',
    status: 404,
    name: '404',
    headers: JSON_TYPE,
    body: writeError('not_found_error', 'model: claude-conformance'),
    bedrock: {
      type: 'ResourceNotFoundException',
      body: '{"message": "Could not resolve the foundation model."}',
    },
  },
  {
    id: '413',
    status: 413,
    name: '413',
    headers: JSON_TYPE,
    body: writeError('request_too_large', 'Request exceeds the maximum size'),
  },
  {
    id: '429',
    status: 429,
    name: '429 with retry-after and x-should-retry',
    headers: {
      ...JSON_TYPE,
      'retry-after': '13',
      'x-should-retry': 'true',
      'anthropic-ratelimit-unified-status': 'rejected',
    },
    body: writeError('rate_limit_error', 'This request would exceed your rate limit.'),
    bedrock: { type: 'ThrottlingException', body: '{"message": "Too many requests"}' },
  },
  {
    id: '500',
    status: 500,
    name: '500',
    headers: JSON_TYPE,
    body: writeError('api_error', 'Internal server error'),
  },
  {
    id: '529',
    status: 529,
    name: '529',
    headers: JSON_TYPE,
    body: writeError('overloaded_error', 'Overloaded'),
  },
  {
    id: '503-empty',
    status: 503,
    name: '503 without a body',
    headers: { 'retry-after': '2' },
    body: '',
  },
  {
    id: '502-html',
    status: 502,
    name: '502 in HTML',
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>caf\u00e9</body></html>\r\n',
  },
  {
    id: '400-broken',
    status: 400,
    name: '400 that is not valid JSON',
    headers: JSON_TYPE,
    body: '{"type":"error","error":{"type":"invalid_request_error","message":"cut',
  },
];

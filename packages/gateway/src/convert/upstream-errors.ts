/** Errors of upstreams in the shape of the API. */
import { isObject, parseJson } from './message-request.ts';

/** An error, in the terms of the API. */
export interface ApiError {
  /** `error.type`, such as `rate_limit_error`. */
  readonly type: string;
  readonly message: string;
  /** The status with which the API answers such an error. */
  readonly status: number;
}

/** Errors of AWS by name, and of Google by status, as type and status of the API. */
const KINDS: Readonly<Record<string, readonly [type: string, status: number]>> = {
  accessdeniedexception: ['permission_error', 403],
  expiredtokenexception: ['authentication_error', 401],
  incompletesignatureexception: ['authentication_error', 401],
  internalserverexception: ['api_error', 500],
  invalidsignatureexception: ['authentication_error', 401],
  missingauthenticationtokenexception: ['authentication_error', 401],
  modelerrorexception: ['api_error', 500],
  modelnotreadyexception: ['overloaded_error', 529],
  modelstreamerrorexception: ['api_error', 500],
  modeltimeoutexception: ['timeout_error', 504],
  requestentitytoolargeexception: ['request_too_large', 413],
  resourcenotfoundexception: ['not_found_error', 404],
  servicequotaexceededexception: ['rate_limit_error', 429],
  serviceunavailableexception: ['overloaded_error', 529],
  throttlingexception: ['rate_limit_error', 429],
  toomanyrequestsexception: ['rate_limit_error', 429],
  unknownoperationexception: ['not_found_error', 404],
  unrecognizedclientexception: ['authentication_error', 401],
  validationexception: ['invalid_request_error', 400],
  deadline_exceeded: ['timeout_error', 504],
  failed_precondition: ['invalid_request_error', 400],
  internal: ['api_error', 500],
  invalid_argument: ['invalid_request_error', 400],
  not_found: ['not_found_error', 404],
  permission_denied: ['permission_error', 403],
  resource_exhausted: ['rate_limit_error', 429],
  unauthenticated: ['authentication_error', 401],
  unavailable: ['overloaded_error', 529],
};

/** The types of the API by status. */
const TYPES: Readonly<Record<number, string>> = {
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  408: 'timeout_error',
  413: 'request_too_large',
  424: 'api_error',
  429: 'rate_limit_error',
  503: 'overloaded_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

/** The length of a text that is no JSON, such as a page of a proxy. */
const MAX_TEXT = 4000;

/** Returns the type of an error with a status. */
export const findErrorType = (status: number): string =>
  TYPES[status] ?? (status < 500 ? 'invalid_request_error' : 'api_error');

/**
 * Makes an error of the name that AWS gives it, in any case and with or without its address, or of
 * a status of Google.
 */
export function makeApiError(name: string, message: string, status?: number): ApiError {
  const [plain = ''] = name.split(':', 1);
  const known =
    KINDS[
      plain
        .slice(plain.indexOf('#') + 1)
        .trim()
        .toLowerCase()
    ];
  const type = known?.[0] ?? findErrorType(status ?? 500);
  return { type, message, status: status ?? known?.[1] ?? 500 };
}

/** Tests if a body is an error in the shape of the API. */
export function isApiShape(body: unknown): boolean {
  if (!isObject(body) || body.type !== 'error' || !isObject(body.error)) return false;
  return typeof body.error.type === 'string' && typeof body.error.message === 'string';
}

/**
 * Reads the error in the body of a response: that of AWS, `{"message": …}`, of Google,
 * `{"error": {"message": …, "status": …}}`, alone or in a list, or any text.
 */
export function readUpstreamError(response: Response, text: string): ApiError {
  const { status, headers } = response;
  const json = parseJson(text);
  const body = Array.isArray(json) ? json[0] : json;
  const fields = isObject(body) ? body : {};
  const error = isObject(fields.error) ? fields.error : fields;
  const message = [
    error.message,
    error.Message,
    fields.error,
    json === undefined ? text.slice(0, MAX_TEXT) : '',
  ]
    .find((value): value is string => typeof value === 'string' && value.trim() !== '')
    ?.trim();
  const name = [headers.get('x-amzn-errortype'), fields.__type, error.status, fields.code].find(
    (value): value is string => typeof value === 'string',
  );
  return makeApiError(name ?? '', message ?? `The upstream answered ${status}.`, status);
}

/** Matches how the platforms report that the prompt exceeds the context window. */
const TOO_LONG = /\bprompt is too long\b|\binput is too long for requested model\b/i;
const TOKEN = 'capability_rejected: prompt_too_long';

/** Appends the token for a prompt that is too long: clients know the words of the API only. */
export function addPromptToken(message: string): string {
  return TOO_LONG.test(message) && !message.includes(TOKEN) ? `${message} ${TOKEN}` : message;
}

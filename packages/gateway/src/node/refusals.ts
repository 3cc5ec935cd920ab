/** The server's own errors, in the form of the API's errors. */
import { STATUS_CODES } from 'node:http';

/** A request that the server does not pass on. */
export interface Refusal {
  readonly status: number;
  /** Names the reason in metrics and logs. */
  readonly reason: string;
  readonly message: string;
}

const TYPES: Readonly<Record<number, string>> = {
  403: 'permission_error',
  404: 'not_found_error',
  408: 'timeout_error',
  413: 'request_too_large',
  500: 'api_error',
  503: 'overloaded_error',
};

/** Formats the body of an error as the API does. */
export function formatError({ status, message }: Pick<Refusal, 'status' | 'message'>): string {
  const type = TYPES[status] ?? 'invalid_request_error';
  return JSON.stringify({ type: 'error', error: { type, message }, request_id: null });
}

/** Formats a whole response that closes its connection, for a socket without a parsed request. */
export function formatRefusal(refusal: Refusal): string {
  const body = formatError(refusal);
  return [
    `HTTP/1.1 ${refusal.status} ${STATUS_CODES[refusal.status]}`,
    'content-type: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    'connection: close',
    '',
    body,
  ].join('\r\n');
}

/** The codes of Node's parser that mean something else than a malformed request. */
const PARSE_ERRORS: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    reason: 'headers-too-large',
    message: 'The headers of the request are too large. Send fewer or shorter headers.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    reason: 'chunk-extensions',
    message: 'The chunk extensions of the request body are too large. Send none.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    reason: 'request-timeout',
    message: 'The request was not received in time.',
  },
};

/** The refusal of a target that is too long. */
export const TARGET_TOO_LONG: Refusal = {
  status: 414,
  reason: 'target-too-long',
  message: 'The URL of the request is too long. Send the parameters in the body.',
};

/** The refusal of a request with an `Expect` header that is not known. */
export const UNKNOWN_EXPECTATION: Refusal = {
  status: 417,
  reason: 'expectation',
  message: 'The only expectation that the gateway knows is 100-continue. Leave out Expect.',
};

const MALFORMED: Refusal = {
  status: 400,
  reason: 'malformed',
  message: 'The request is not valid HTTP/1.1.',
};

/** An error of Node's HTTP parser, with the packet and the number of its bytes that are parsed. */
export type ParseError = NodeJS.ErrnoException & {
  readonly rawPacket?: Buffer;
  readonly bytesParsed?: number;
};

/** Classifies an error of Node's HTTP parser. */
export function readParseError({ code = '', rawPacket, bytesParsed = 0 }: ParseError): Refusal {
  if (code === 'HPE_HEADER_OVERFLOW' && rawPacket && isInTarget(rawPacket, bytesParsed))
    return TARGET_TOO_LONG;
  return PARSE_ERRORS[code] ?? MALFORMED;
}

const AFTER_TARGET = ' HTTP/';

/** Tests if the part of a request that is too large, and ends at `end`, is its target. */
function isInTarget(packet: Buffer, end: number): boolean {
  if (end < packet.length)
    return AFTER_TARGET.startsWith(packet.toString('latin1', end, end + AFTER_TARGET.length));
  // The packet ends within the part.
  const line = packet.lastIndexOf('\r\n') + 1;
  return /^\n?[A-Z]+ \//.test(packet.toString('latin1', line, line + 40));
}

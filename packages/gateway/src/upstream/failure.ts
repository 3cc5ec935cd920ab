/** Converts failures of the transport to own errors. */
import { GatewayError } from '../answers/error.ts';

/** The codes of errors that are timeouts, in Node and in undici. */
const TIMEOUTS: ReadonlySet<string> = new Set([
  'ETIMEDOUT',
  'TimeoutError',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_CONNECT_TIMEOUT',
  'UND_ERR_HEADERS_TIMEOUT',
]);

/** The codes of certificates whose authority is not known, as in the network of a company. */
const UNTRUSTED: ReadonlySet<string> = new Set([
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
]);

/** Makes the error of a request that an upstream did not answer. */
export function toTransportError(error: unknown, name: string, isGone: boolean): GatewayError {
  if (error instanceof GatewayError) return error;
  if (isGone) return new GatewayError('client_gone', 'the client closed the connection');
  if (isNoHttp(error))
    return new GatewayError(
      'upstream_unreachable',
      `upstream ${name} answered with something that is not valid HTTP/1.1; check the scheme and ` +
        'the port of its url',
    );
  const code = readCode(error);
  if (TIMEOUTS.has(code))
    return new GatewayError(
      'upstream_timeout',
      `upstream ${name} did not answer in time (${code})`,
    );
  if (UNTRUSTED.has(code))
    return new GatewayError(
      'upstream_unreachable',
      `the certificate of upstream ${name} is of an authority that is not trusted (${code}); ` +
        'give its certificate to Node in NODE_EXTRA_CA_CERTS',
    );
  return new GatewayError(
    'upstream_unreachable',
    `upstream ${name} cannot be reached, or closed the connection (${code})`,
  );
}

/**
 * Tests for the error of undici's parser, which has no code, and for that of a `Response` whose
 * status is no number from 200 to 599.
 */
const isNoHttp = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'HTTPParserError' || error instanceof RangeError);

/**
 * Reads the code of an error or of its cause: `ECONNREFUSED`. The message is not used, as it may
 * hold an address.
 */
function readCode(error: unknown): string {
  let current: unknown = error;
  for (let depth = 0; depth < 5 && current instanceof Object; depth++) {
    const { code, name, cause, errors } = current as {
      code?: unknown;
      name?: unknown;
      cause?: unknown;
      errors?: readonly unknown[];
    };
    if (name === 'TimeoutError') return name;
    if (typeof code === 'string' && /^[A-Z][\w-]{1,60}$/.test(code)) return code;
    current = cause ?? errors?.[0];
  }
  return 'unknown cause';
}

/** Filters the headers of requests. */
import { CLIENT_CREDENTIAL, isCredentialName } from './credentials.ts';

/** Headers about one connection, which end at the gateway in both directions. */
const HOP_BY_HOP: ReadonlySet<string> = new Set([
  'connection',
  'http2-settings',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authentication-info',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Headers about the client's own connection to the gateway, and its cookies. */
const CLIENT_ONLY: ReadonlySet<string> = new Set([
  'accept-encoding',
  'content-length',
  'cookie',
  'expect',
  'forwarded',
  'host',
]);

/** Tests if a header is about one connection. */
export const isHopByHop = (name: string): boolean => HOP_BY_HOP.has(name);

/** Tests if a header of a client never goes to an upstream. */
export const isClientOnly = (name: string): boolean =>
  HOP_BY_HOP.has(name) || CLIENT_ONLY.has(name) || name.startsWith('x-forwarded-');

/** Reads the names of headers that `Connection` names; `undefined` if it names none. */
export function readConnectionNames(headers: Headers): ReadonlySet<string> | undefined {
  const value = headers.get('connection');
  if (value === null || /^(?:keep-alive|close)$/i.test(value)) return undefined;
  return new Set(value.split(',').map((name) => name.trim().toLowerCase()));
}

/**
 * Copies the headers that go to an upstream. Unknown headers pass, so that a new one of the API
 * works at once.
 * @param keepsCredential - true if the client's own credential goes there too
 */
export function copyHeaders(headers: Headers, keepsCredential: boolean): Headers {
  const named = readConnectionNames(headers);
  const copy = new Headers();
  for (const [name, value] of headers) {
    if (isClientOnly(name) || named?.has(name)) continue;
    if (!keepsCredential && (isCredentialName(name) || CLIENT_CREDENTIAL.test(value))) continue;
    copy.append(name, value);
  }
  // Errors of an upstream must be readable, and a stream needs no decompression.
  copy.set('accept-encoding', 'identity');
  return copy;
}

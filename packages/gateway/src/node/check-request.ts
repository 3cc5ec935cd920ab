/** Refuses requests that a client and a server may read differently. */
import type { IncomingMessage } from 'node:http';
import type { ServerLimits } from './limits.ts';
import { type Refusal, TARGET_TOO_LONG } from './refusals.ts';

/** The rules of the server about `Host`. */
export interface HostRules {
  /** The names that a `Host` header may have. `undefined` allows every name. */
  readonly allowed: ((name: string) => boolean) | undefined;
}

const HOST = /^(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/i;
/** A target of visible ASCII, without `"`, `#`, `<`, `>`, `\`, `^`, `` ` `` and braces. */
const TARGET = /^\/[!$-;=?-[\]_a-z~|]*$/;
/** A segment of the path that is one or two dots, encoded or not, with or without parameters. */
const DOT_SEGMENT = /(?:^|\/)(?:\.|%2e){1,2}(?:[/;]|$)/i;

const refuse = (status: number, reason: string, message: string): Refusal => ({
  status,
  reason,
  message,
});

/** Checks a request before its URL and body are read. Returns `undefined` if it is good. */
export function checkRequest(
  incoming: IncomingMessage,
  limits: Required<ServerLimits>,
  hosts: HostRules,
): Refusal | undefined {
  return (
    checkTarget(incoming.url ?? '', limits) ??
    checkHeaders(incoming, limits) ??
    checkHost(incoming, hosts) ??
    checkBrowser(incoming, hosts) ??
    checkMethod(incoming)
  );
}

function checkTarget(target: string, limits: Required<ServerLimits>): Refusal | undefined {
  if (target.length > limits.targetBytes) return TARGET_TOO_LONG;
  if (!target.startsWith('/'))
    return refuse(400, 'target-form', 'The target of the request must be a path: /v1/messages.');
  if (!TARGET.test(target))
    return refuse(400, 'target-characters', 'The URL has characters that must be percent-encoded.');
  const end = target.indexOf('?');
  if (DOT_SEGMENT.test(end === -1 ? target : target.slice(0, end)))
    return refuse(400, 'dot-segment', 'The path has a segment of dots. Send the resolved path.');
  return undefined;
}

/** Headers of which a request may have one line only. */
const SINGLE: ReadonlySet<string> = new Set(['host', 'content-length', 'transfer-encoding']);

function checkHeaders(
  { rawHeaders, headers, httpVersion }: IncomingMessage,
  limits: Required<ServerLimits>,
): Refusal | undefined {
  if (rawHeaders.length > limits.headers * 2)
    return refuse(431, 'too-many-headers', `The request has more than ${limits.headers} headers.`);
  const seen = new Set<string>();
  for (let i = 0; i < rawHeaders.length; i += 2) {
    const name = (rawHeaders[i] as string).toLowerCase();
    if (!SINGLE.has(name)) continue;
    if (seen.has(name))
      return refuse(400, 'repeated-header', `The request has two ${name} headers.`);
    seen.add(name);
  }
  const encoding = headers['transfer-encoding'];
  if (encoding === undefined) return undefined;
  if (encoding.toLowerCase() !== 'chunked' || httpVersion !== '1.1')
    return refuse(400, 'transfer-encoding', 'The only transfer-encoding is chunked, in HTTP/1.1.');
  if (seen.has('content-length'))
    return refuse(400, 'two-lengths', 'The request has content-length and transfer-encoding.');
  return undefined;
}

function checkHost({ headers, httpVersion }: IncomingMessage, { allowed }: HostRules) {
  const { host } = headers;
  if (host === undefined && httpVersion === '1.0') return undefined;
  const name = HOST.exec(host ?? '')?.[1]?.toLowerCase();
  if (name === undefined) return refuse(400, 'bad-host', 'The Host header is missing or invalid.');
  if (allowed && !allowed(name))
    return refuse(
      403,
      'host-not-allowed',
      `The Host header names ${name}, which is not this gateway. If it is, add it to ` +
        'allowedHosts (in the file: listen.allowedHosts).',
    );
  return undefined;
}

/** A page of another site must not use the keys of a gateway on the user's own machine. */
function checkBrowser({ headers }: IncomingMessage, { allowed }: HostRules): Refusal | undefined {
  const site = headers['sec-fetch-site'];
  if (!allowed || site === undefined || site === 'none' || site === 'same-origin') return undefined;
  return refuse(403, 'cross-site', 'Pages of other sites may not use this gateway.');
}

/** Methods that `Request` does not take, and that no endpoint has. */
const METHODS: ReadonlySet<string> = new Set(['TRACE', 'TRACK', 'CONNECT']);

function checkMethod({ method = '', headers }: IncomingMessage): Refusal | undefined {
  if (METHODS.has(method)) return refuse(405, 'method', `The method ${method} is not supported.`);
  const hasBody = headers['transfer-encoding'] ?? (headers['content-length'] ?? '0') !== '0';
  if (hasBody && (method === 'GET' || method === 'HEAD'))
    return refuse(400, 'unexpected-body', `A ${method} request has no body.`);
  // Clients offer HTTP/2 in this way, and continue with HTTP/1.1.
  const { upgrade } = headers;
  if (upgrade !== undefined && upgrade.toLowerCase() !== 'h2c')
    return refuse(400, 'upgrade', 'The gateway does not upgrade connections.');
  return undefined;
}

/** Creates the rules: by names, else only this machine's own names if it listens only there. */
export function createHostRules(host: string, names: readonly string[] | undefined): HostRules {
  if (names) {
    const set = new Set(names.map((name) => name.toLowerCase()));
    return { allowed: set.has('*') ? undefined : (name) => set.has(name) };
  }
  return { allowed: isLoopback(host) ? isLoopback : undefined };
}

const isLoopback = (name: string): boolean =>
  name === 'localhost' ||
  name.endsWith('.localhost') ||
  name === '::1' ||
  name === '[::1]' ||
  /^127(?:\.\d{1,3}){3}$/.test(name);

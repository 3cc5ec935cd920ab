/** The hosts that `betaFetch` plans for. */
import { defaultCatalog } from '../catalog/catalog.ts';
import type { EngineCatalog } from '../catalog/types.ts';
import { findPlatform } from '../request/platform.ts';
import { getRoute } from '../request/route.ts';

/** Tests if a request is known to go to the Claude API or to one of its platforms. */
export type KnowsRequest = (method: string, url: string, headers: Headers) => boolean;

/**
 * Makes the test. It accepts a known host of a platform, a host of the option, and the header
 * `anthropic-version`. Any other host may be unrelated, and must not receive the names of betas.
 * @throws {TypeError} for an entry that is not a host
 */
export function createHostTest(
  hosts: readonly string[],
  catalog: EngineCatalog<string> = defaultCatalog,
): KnowsRequest {
  const own = new Set(hosts.map(parseEntry));
  return (method, url, headers) =>
    headers.has('anthropic-version') ||
    findPlatform(catalog, 'auto', url, getRoute(method, url)).from === 'host' ||
    listNames(url).some((name) => own.has(name));
}

/** Tests if a path is one of the Claude API or of a platform, on any host. */
export function isMessagePath(method: string, url: string): boolean {
  const { path, form } = getRoute(method, url);
  return form !== 'api' || path.startsWith('/v1/messages');
}

/** Reads the host of a URL. Returns `undefined` for a path. */
export const readHost = (url: string): string | undefined => parse(url)?.host;

/** A host name or an address, with an optional scheme and an optional port. */
const HOST = /^(https?:\/\/)?(?:[\w.-]+|\[[\da-f:.]+\])(:\d{1,5})?\/?$/i;

/** Parses an entry of the option: an origin, a host with a port, or a name for all ports. */
function parseEntry(entry: string): string {
  const found = HOST.exec(entry.slice(0, 300));
  const url = found && parse(found[1] ? entry : `https://${entry}`);
  if (!found || !url)
    throw new TypeError(
      `hosts: ${JSON.stringify(entry.slice(0, 80))} is not a host; give a name such as ` +
        '"llm.example.com", or an origin such as "https://llm.example.com:8443"',
    );
  if (found[1]) return url.origin;
  return found[2] ? entry.toLowerCase() : url.hostname;
}

function listNames(url: string): string[] {
  const { hostname, host, origin, protocol, port } = parse(url) ?? {};
  if (!hostname || !host || !origin) return [];
  const withPort = `${hostname}:${port || (protocol === 'http:' ? 80 : 443)}`;
  return [hostname, host, withPort, origin];
}

function parse(url: string): URL | undefined {
  try {
    return new URL(url);
  } catch {
    return undefined;
  }
}

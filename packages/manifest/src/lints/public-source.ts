import type { ManifestFile } from '../manifest-sources.ts';
import { type Lint, listEntries } from './lint.ts';

/**
 * The address of a source is public. The schema requires https, and a host in a private network is
 * no evidence. An overlay may cite private hosts.
 */
export const publicSource: Lint = {
  name: 'public-source',
  *check(sources) {
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      if (isOwn(file) || !('url' in data)) continue;
      for (const key of ['url', 'copy'] as const) {
        const address = data[key];
        const reason = address === undefined ? undefined : findObstacle(address);
        if (reason === undefined) continue;
        yield file.problem(
          [...path, key],
          'public-source',
          `\`${address}\` ${reason}, so others cannot open it`,
          'cite a public page, or a public copy of it',
        );
      }
    }
  },
};

const isOwn = ({ overlay }: ManifestFile): boolean => overlay;

/** Names that public DNS does not resolve (RFC 2606, 6761, 6762, 8375, and common private ones). */
const RESERVED =
  /(?:^|\.)(?:localhost|local|internal|intranet|corp|lan|home|private|test|invalid|home\.arpa)$/;

function findObstacle(address: string): string | undefined {
  const { hostname, username, password } = new URL(address);
  if (username !== '' || password !== '') return 'contains a login';
  const host = hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  if (host.includes(':')) return isPrivateV6(host) ? 'is a private address' : undefined;
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host))
    return isPrivateV4(host) ? 'is a private address' : undefined;
  if (RESERVED.test(host)) return 'is on a host of a private network';
  return host.includes('.') ? undefined : 'is on a host of a private network';
}

function isPrivateV4(host: string): boolean {
  const [a = 0, b = 0] = host.split('.').map(Number);
  return (
    a === 0 ||
    a === 10 ||
    a === 127 ||
    (a === 100 && b >= 64 && b < 128) ||
    (a === 169 && b === 254) ||
    (a === 172 && b >= 16 && b < 32) ||
    (a === 192 && b === 168)
  );
}

/** Tests for loopback, link-local, unique local and mapped private IPv4 addresses. */
const isPrivateV6 = (host: string): boolean =>
  /^(?:::1?$|fe[89ab]|f[cd]|::ffff:(?:a[0-9a-f]{2}|7f[0-9a-f]{2}|c0a8|ac1[0-9a-f]):)/i.test(host);

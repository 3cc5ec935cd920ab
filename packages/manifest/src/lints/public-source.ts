import type { ManifestFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listBetas, listEntries } from './lint.ts';

/**
 * Every source and documentation link is a public https address: a host in a private network is no
 * evidence. An overlay may cite private hosts and internal documents.
 */
export const publicSource: Lint = {
  name: 'public-source',
  *check(sources) {
    for (const { file, path, address } of listLinks(sources)) {
      if (file.overlay || address === undefined) continue;
      const reason = findObstacle(address);
      if (reason === undefined) continue;
      yield file.problem(
        path,
        'public-source',
        `\`${address}\` ${reason}, so others cannot open it`,
        'cite a public page by its https address, or a public copy of it',
      );
    }
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      if (file.overlay || !('internal' in data)) continue;
      yield file.problem(
        [...path, 'internal'],
        'public-source',
        `\`${data.id}\` is internal, so others cannot read it`,
        'cite a public page; only an overlay may have internal sources',
      );
    }
  },
};

interface Link {
  readonly file: ManifestFile;
  readonly path: Path;
  readonly address: string | undefined;
}

function* listLinks(sources: Sources): Generator<Link> {
  for (const { file, data, path } of listEntries(sources, 'sources')) {
    if (!('url' in data)) continue;
    yield { file, path: [...path, 'url'], address: data.url };
    yield { file, path: [...path, 'copy'], address: data.copy };
  }
  for (const file of sources.features) yield { file, path: ['docs'], address: file.data.docs };
  for (const { source: file, beta, path } of listBetas(sources))
    for (const key of ['docs', 'migration'] as const)
      yield { file, path: [...path, key], address: beta[key] };
  for (const { file, data, path } of listEntries(sources, 'platforms'))
    yield { file, path: [...path, 'docs'], address: data.docs };
}

/** Names that public DNS does not resolve (RFC 2606, 6761, 6762, 8375, and common private ones). */
const RESERVED =
  /(?:^|\.)(?:localhost|local|internal|intranet|corp|lan|home|private|test|invalid|home\.arpa)$/;

function findObstacle(address: string): string | undefined {
  const { protocol, hostname } = new URL(address);
  if (protocol !== 'https:') return 'is not an https link';
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

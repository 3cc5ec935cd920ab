/** Finds the platform that a request goes to. */

import type { Platform } from '@beta-headers/constants';
import { findImpliedPlatform, type Route } from '@beta-headers/grammar';
import type { EngineCatalog, KnownPlatform } from '../catalog/types.ts';
import { asText } from './route.ts';

/** A platform and its origin. */
export interface PlatformFinding {
  readonly platform: Platform;
  readonly from: 'option' | 'host' | 'path' | 'assumed';
  /** The platform of the host, if it contradicts the option. */
  readonly mismatch?: Platform;
  /** The option is not the name of a platform. */
  readonly unknownOption?: true;
}

const ASSUMED: Platform = 'claude-api';

/**
 * Finds the platform from the option, else a known host, else the form of the path; otherwise the
 * Claude API is assumed. Only a known host of another platform contradicts an option. Both APIs of
 * Bedrock share a host and an option, so the path decides between them.
 */
export function findPlatform(
  catalog: EngineCatalog<string>,
  option: unknown,
  url: unknown,
  route: Route,
): PlatformFinding {
  const onHost = findPlatformsOfHost(catalog, readHost(asText(url)));
  const implied = findImpliedPlatform(route) as Platform | undefined;
  const byPath = implied !== undefined && catalog.platforms.has(implied) ? implied : undefined;
  if (option !== undefined && option !== 'auto') {
    if (typeof option !== 'string' || !catalog.platforms.has(option))
      return { ...findUnnamed(onHost, byPath), unknownOption: true };
    const named = option as Platform;
    const [first] = onHost;
    if (first !== undefined && !onHost.includes(named))
      return { platform: named, from: 'option', mismatch: first };
    if (named === 'bedrock' && byPath === 'bedrock-converse')
      return { platform: byPath, from: 'path' };
    return { platform: named, from: 'option' };
  }
  return findUnnamed(onHost, byPath);
}

function findUnnamed(onHost: readonly Platform[], byPath: Platform | undefined): PlatformFinding {
  const [first] = onHost;
  if (first !== undefined) {
    const isByPath = byPath !== undefined && onHost.includes(byPath);
    return { platform: isByPath ? byPath : first, from: 'host' };
  }
  return byPath ? { platform: byPath, from: 'path' } : { platform: ASSUMED, from: 'assumed' };
}

/** The size of the cache. A program can send to any number of hosts, so a full cache is cleared. */
const MAX_HOSTS = 500;
const NONE: readonly Platform[] = [];
const byHost = new WeakMap<EngineCatalog<string>, Map<string, readonly Platform[]>>();

/**
 * Finds the platforms of a host, in the order of the catalog, and caches them; an unknown host has
 * none.
 */
function findPlatformsOfHost(
  catalog: EngineCatalog<string>,
  host: string | undefined,
): readonly Platform[] {
  if (host === undefined) return NONE;
  let known = byHost.get(catalog);
  if (!known) {
    known = new Map();
    byHost.set(catalog, known);
  }
  let found = known.get(host);
  if (!found) {
    if (known.size >= MAX_HOSTS) known.clear();
    const isOn = ({ hosts }: KnownPlatform): boolean => hosts.test(host);
    found = [...catalog.platforms.values()].filter(isOn).map(({ id }) => id);
    known.set(host, found);
  }
  return found;
}

const HOST = /^[a-z][a-z\d+.-]*:\/\/(?:[^/?#@]*@)?([^/?#:]+)/i;
/** The URL of the last call, because an adapter and its plan read the same one. */
let last: { readonly url: string; readonly host: string | undefined } | undefined;

/** Reads the host of a URL in lower case; `undefined` for a path. */
function readHost(url: string): string | undefined {
  if (last?.url === url) return last.host;
  const host = HOST.exec(url.slice(0, 2000))?.[1]?.toLowerCase().replace(/\.$/, '');
  last = { url, host };
  return host;
}

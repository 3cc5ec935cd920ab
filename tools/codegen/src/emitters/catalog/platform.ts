import type { CatalogPlatform } from '@beta-headers/manifest';
import { shortenEndpoints } from './rule.ts';

/** Converts a platform to the form that the engine reads, without what follows from `like`. */
export function toPlatform({ operator, hosts, like, endpoints }: CatalogPlatform): object {
  const own = endpoints.filter(({ derivedFrom }) => derivedFrom === undefined);
  return {
    ...(operator !== 'anthropic' && { operator }),
    ...(hosts.length > 0 && { hosts: hosts.join(' ') }),
    ...(like && { like: like.platform }),
    ...(own.length > 0 && {
      endpoints: own.map(({ endpoint, status }) => ({
        ...(endpoint && { endpoint: shortenEndpoints(endpoint) }),
        status,
      })),
    }),
  };
}

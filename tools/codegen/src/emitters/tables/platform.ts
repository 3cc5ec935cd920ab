import type { CatalogPlatform } from '@beta-headers/manifest';
import { shortEndpoints } from './rule.ts';

/** A platform, as the engine reads it. */
export function toPlatform({ operator, hosts, endpoints }: CatalogPlatform): object {
  return {
    ...(operator !== 'anthropic' && { operator }),
    ...(hosts.length > 0 && { hosts: hosts.join(' ') }),
    ...(endpoints.length > 0 && {
      endpoints: endpoints.map(({ endpoint, status }) => ({
        ...(endpoint && { endpoint: shortEndpoints(endpoint) }),
        status,
      })),
    }),
  };
}

/** The paths that a platform serves, apart from what its rules say about them. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { platformOf } from './gate/read.ts';
import { type Route, readRoute } from './gate/route.ts';

/** Where a request arrives: the endpoint, and the platform whose rules hold there. */
export interface Served extends Route {
  readonly platform: Platform;
}

/** The platforms whose paths begin with /anthropic. */
const BELOW_ANTHROPIC = /^(?:foundry|bedrock-mantle)/;

/**
 * The endpoint behind a path of the platform's own, or `undefined` where the platform has no such
 * path.
 */
export function readServed(
  catalog: Catalog,
  platform: Platform,
  method: string,
  pathname: string,
): Served | undefined {
  const route = readRoute(pathname);
  const { wire, operator } = catalog.platforms.find(({ id }) => id === platform) ?? {};
  const hasOwnForm = operator === 'google' || wire === 'body' || wire === 'converse';
  if (hasOwnForm) {
    const served = platformOf(catalog, platform, route.form);
    const isForeign = route.form === 'api' || (wire === 'converse' && route.form === 'invoke');
    return served && !isForeign && method === 'POST'
      ? { ...route, platform: served.id }
      : undefined;
  }
  const prefix = BELOW_ANTHROPIC.test(platform) ? '/anthropic' : '';
  if (route.form !== 'api' || !pathname.startsWith(`${prefix}/v1/`)) return undefined;
  return { ...route, path: pathname.slice(prefix.length), platform };
}

/** The paths that a platform serves. */
import type { Catalog, Platform } from '@beta-headers/manifest';
import { findPlatformByForm } from './gate/read.ts';
import { type Route, readRoute } from './gate/route.ts';

/** The endpoint of a request, and the platform whose rules hold there. */
export interface Served extends Route {
  readonly platform: Platform;
}

/** Reads a path of the platform; `undefined` if it has no such path. */
export function readServed(
  catalog: Catalog,
  platform: Platform,
  method: string,
  pathname: string,
): Served | undefined {
  const route = readRoute(pathname);
  const { wire, operator, bases = [] } = catalog.platforms.find(({ id }) => id === platform) ?? {};
  const hasOwnForm = operator === 'google' || wire === 'body' || wire === 'converse';
  if (hasOwnForm) {
    const served = findPlatformByForm(catalog, platform, route.form);
    const isForeign = route.form === 'api' || (wire === 'converse' && route.form === 'invoke');
    return served && !isForeign && method === 'POST'
      ? { ...route, platform: served.id }
      : undefined;
  }
  if (route.form !== 'api') return undefined;
  const path = removeBase(bases, pathname);
  return path?.startsWith('/v1/') ? { ...route, path, platform } : undefined;
}

/** Removes the base of the platform's paths; `{name}` is any segment. */
function removeBase(bases: readonly string[], pathname: string): string | undefined {
  if (bases.length === 0) return pathname;
  for (const base of bases) {
    const segments = base.split('/').map((one) => (/^\{\w+\}$/.test(one) ? '[^/]+' : one));
    const [, path] = new RegExp(`^${segments.join('/')}(/.*)$`).exec(pathname) ?? [];
    if (path !== undefined) return path;
  }
  return undefined;
}

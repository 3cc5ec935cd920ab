/** Addresses of requests to an upstream. */
import type { Upstream } from '../types.ts';

/** Joins an upstream's base URL, a path and a query. The path begins with a slash. */
export function joinUrl({ url }: Pick<Upstream, 'url'>, path: string, search: string): string {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname.replace(/\/+$/, '')}${path}${search}`;
}

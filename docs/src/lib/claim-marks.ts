/**
 * The marks of platform tables. A feature's availability and a header's acceptance are two facts,
 * so each has marks of its own.
 */
import { type CatalogAcceptance, type CatalogAvailability, catalog } from './catalog.ts';

/** Does the feature exist there? Only `available` is green, and it has no condition. */
export const FEATURE_MARKS = [
  'available',
  'some',
  'no-effect',
  'unavailable',
  'unknown',
  'disputed',
] as const;
export type FeatureMark = (typeof FEATURE_MARKS)[number];

/** Is the value of the header accepted there? */
export const HEADER_MARKS = [
  'accepted',
  'some',
  'ignored',
  'instead',
  'rejected',
  'unknown',
  'disputed',
] as const;
export type HeaderMark = (typeof HEADER_MARKS)[number];

/** The mark of a feature on a platform. */
export function getFeatureMark(claims: readonly CatalogAvailability[]): FeatureMark {
  const last = claims.at(-1);
  if (!last) return 'unknown';
  const isFree = ({ status, disputed, needs }: CatalogAvailability): boolean =>
    status === 'available' && !disputed && !needs;
  if (claims.every(isFree)) return 'available';
  if (claims.length === 1 && last.disputed) return 'disputed';
  if (claims.some(({ status }) => status === 'available')) return 'some';
  return last.disputed ? 'disputed' : last.status;
}

/** The mark of a header value on a platform. */
export function getHeaderMark(claims: readonly CatalogAcceptance[]): HeaderMark {
  const last = claims.at(-1);
  if (!last) return 'unknown';
  if (claims.every(({ status, disputed }) => status === 'accepted' && !disputed)) return 'accepted';
  if (claims.length === 1 && last.disputed) return 'disputed';
  if (claims.some(({ instead }) => instead)) return 'instead';
  if (claims.some(({ status }) => status === 'accepted')) return 'some';
  return last.disputed ? 'disputed' : last.status;
}

/** The feature can be had there, with some model or under some condition at least. */
export const isAvailable = (mark: FeatureMark): boolean => mark === 'available' || mark === 'some';

const SHORT = new Map(catalog.platforms.map(({ id, short }) => [id, short]));

/** The name of a platform in the head of a column: many of them are side by side. */
export const getShortTitle = (id: string): string => SHORT.get(id) ?? id;

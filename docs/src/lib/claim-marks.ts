/**
 * The marks that sum up claims in platform tables. A feature's availability and a header's
 * acceptance are two facts, so each has marks of its own.
 */
import { type CatalogAcceptance, type CatalogAvailability, catalog } from './catalog.ts';
import type { FeatureMark, HeaderMark } from './marks.ts';

export * from './marks.ts';

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

/** The colour of a cell. The mark in the cell says the same in words. */
export type CellTone = 'yes' | 'some' | 'instead' | 'no' | 'none';

/** Gets the colour of a cell by its mark. The unknown has none. */
export function getCellTone(mark: FeatureMark | HeaderMark): CellTone {
  if (mark === 'available' || mark === 'accepted') return 'yes';
  if (mark === 'unavailable' || mark === 'rejected') return 'no';
  if (mark === 'instead' || mark === 'ignored') return 'instead';
  return mark === 'unknown' ? 'none' : 'some';
}

const SHORT = new Map(catalog.platforms.map(({ id, short }) => [id, short]));

/** Gets the short title of a platform, for the head of a narrow column. */
export const getShortTitle = (id: string): string => SHORT.get(id) ?? id;

/** The names of the marks in platform tables, for pages and for scripts in the browser. */

/** Marks for the availability of a feature. `available` means available without condition. */
export const FEATURE_MARKS = [
  'available',
  'some',
  'no-effect',
  'unavailable',
  'unknown',
  'disputed',
] as const;
export type FeatureMark = (typeof FEATURE_MARKS)[number];

/** Marks for the acceptance of a header value. */
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

/** Tests if the feature exists there, at least with some model or under some condition. */
export const isAvailable = (mark: FeatureMark): boolean => mark === 'available' || mark === 'some';

/**
 * The marks of platform tables. A feature's availability and a header's acceptance are two facts,
 * so each has marks of its own.
 */
import type { CatalogAcceptance, CatalogAvailability } from './catalog.ts';

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
export function featureMark(claims: readonly CatalogAvailability[]): FeatureMark {
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
export function headerMark(claims: readonly CatalogAcceptance[]): HeaderMark {
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

/** Column heads: short, because seven of them stand side by side. */
const SHORT_PLATFORM: Readonly<Record<string, string>> = {
  'claude-api': 'API',
  'claude-on-aws': 'AWS',
  'claude-on-google-cloud': 'GCP',
  bedrock: 'Bedrock',
  'bedrock-converse': 'Converse',
  'bedrock-mantle': 'Mantle',
  vertex: 'Vertex',
  foundry: 'Foundry',
  'foundry-azure': 'Azure',
};

/** The short name of a platform; a platform that is new in the manifest has its id. */
export const shortPlatform = (id: string): string => SHORT_PLATFORM[id] ?? id;

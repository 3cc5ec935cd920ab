/** Ids that count up from one, so that the same requests get the same answers. */
import type { CatalogPlatform } from '@beta-headers/manifest';

/** Makes the ids of one fake API. */
export interface Ids {
  /** Makes `file_011fake000001` of `file`. Ids of requests and messages name the platform. */
  next(kind: string): string;
  reset(): void;
}

/** Creates a counter for each kind of id. */
export function createIds(platform: CatalogPlatform): Ids {
  const counts = new Map<string, number>();
  return {
    next(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}_${readMark(platform, kind)}${String(count).padStart(6, '0')}`;
    },
    reset: () => counts.clear(),
  };
}

/** The markers in the ids of clouds that run Claude themselves. */
const MARKS: Readonly<Record<string, string>> = { aws: 'bdrk_', google: 'vrtx_' };

function readMark({ operator }: CatalogPlatform, kind: string): string {
  const carries = kind === 'req' || kind === 'msg';
  return `${carries ? (MARKS[operator] ?? '') : ''}011fake`;
}

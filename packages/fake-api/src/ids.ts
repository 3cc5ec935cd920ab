/**
 * Ids that say where they come from and count up from one, so that the same requests give the same
 * answers.
 */
import type { CatalogPlatform } from '@beta-headers/manifest';

/** Makes the ids of one fake API. */
export interface Ids {
  /**
   * `next('file')` → `file_011fake00001`; requests and messages carry the platform as on the real
   * ones.
   */
  next(kind: string): string;
  reset(): void;
}

/** A counter for each kind of id. */
export function createIds(platform: CatalogPlatform): Ids {
  const counts = new Map<string, number>();
  return {
    next(kind) {
      const count = (counts.get(kind) ?? 0) + 1;
      counts.set(kind, count);
      return `${kind}_${mark(platform, kind)}${String(count).padStart(6, '0')}`;
    },
    reset: () => counts.clear(),
  };
}

/** The marks of clouds that run Claude themselves. */
const MARKS: Readonly<Record<string, string>> = { aws: 'bdrk_', google: 'vrtx_' };

function mark({ operator }: CatalogPlatform, kind: string): string {
  const carries = kind === 'req' || kind === 'msg';
  return `${carries ? (MARKS[operator] ?? '') : ''}011fake`;
}

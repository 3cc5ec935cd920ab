/** What a platform does with a header value, from the claims of the catalog. */
import type { Catalog, CatalogBeta, Platform } from '@beta-headers/manifest';
import { modelId } from './model.ts';

/** Where a request goes, as far as claims depend on it. */
export interface Place {
  readonly platform: Platform;
  /** Every model that the request names: one, or one for each item of a batch. */
  readonly models: readonly string[];
}

/** Whether the platform takes this value; a name that it knows otherwise is not taken. Unknown counts as taken. */
export function accepts(beta: CatalogBeta, { platform, models }: Place): boolean {
  const claim = beta.platforms[platform].accepts;
  if (typeof claim === 'boolean') return claim;
  if (claim === 'unknown') return true;
  if ('as' in claim) return false;
  return models.every((model) => claim.models.includes(modelId(model)));
}

/** The name that the platform has for a beta: its own, or what the claim says it is renamed to. */
export function nameOn(beta: CatalogBeta, platform: Platform): string {
  const claim = beta.platforms[platform].accepts;
  return typeof claim === 'object' && 'as' in claim ? claim.as : beta.id;
}

/** The beta with this id. */
export function findBeta(catalog: Catalog, id: string): CatalogBeta | undefined {
  return catalog.betas.find((beta) => beta.id === id);
}

/** The sent values that the platform refuses, in the order sent, each once: unknown ones, empty ones, those of other platforms or models. */
export function unexpectedValues(
  catalog: Catalog,
  sent: readonly string[],
  place: Place,
): string[] {
  const bad = sent.filter((id) => {
    const beta = findBeta(catalog, id);
    return beta === undefined || !accepts(beta, place);
  });
  return [...new Set(bad)];
}

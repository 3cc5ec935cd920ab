/** Rates betas by the manifest, so that the most doubtful one is left out first. */
import { defaultCatalog } from '../catalog/catalog.ts';
import { findClaim, listClaims, queryModel } from '../catalog/claims.ts';
import { readModelId } from '../request/model.ts';
import { getRoute } from '../request/route.ts';
import type { BetaRequest, Platform } from '../types.ts';
import { readModel } from './key.ts';

/** The rating of a beta that the manifest gives no reason to doubt. */
export const SOUND = 3;

/**
 * Makes a function that rates a beta for a request: 0 if the platform rejects it, 1 if the manifest
 * does not know it, 2 if no header is needed for it, else {@link SOUND}.
 */
export function createRating(request: BetaRequest, platform: Platform): (beta: string) => number {
  const { method, path } = getRoute(request.method, request.url);
  const model = queryModel(readModelId(readModel(request)), defaultCatalog);
  const query = { method, path, ...model, today: undefined };
  return (id) => {
    const beta = defaultCatalog.betas.get(id);
    if (!beta) return 1;
    const claims = listClaims(beta.acceptance, platform, defaultCatalog);
    if (findClaim(claims, query).status === 'rejected') return 0;
    return ['graduated', 'retired', 'internal'].includes(beta.stage) ? 2 : SOUND;
  };
}

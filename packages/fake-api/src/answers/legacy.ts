/** Headers that select an older response shape. */
import type { Call } from '../call.ts';
import { matchesAnyEndpoint } from '../gate/endpoint.ts';

/** Tests if one of the sent betas selects the old shape of this endpoint. */
export function isLegacyShape({ betas, catalog, method, path }: Call): boolean {
  return catalog.betas.some(
    (beta) =>
      beta.stage === 'legacy-shape' &&
      betas.includes(beta.id) &&
      matchesAnyEndpoint(beta.selectsAt, method, path),
  );
}

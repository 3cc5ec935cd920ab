/** Changes of claims on platforms. */
import { isSame } from '../canonical-json.ts';
import type { CatalogAcceptance, CatalogAvailability } from '../catalog-types.ts';
import { type Change, type ClaimValue, makeChange } from './change.ts';

type Claims = Readonly<Record<string, readonly (CatalogAvailability | CatalogAcceptance)[]>>;

/** Lists the changes of claims on each platform that both manifests have. */
export function* diffClaims(
  kind: 'availability' | 'acceptance',
  subject: string,
  was: Claims,
  is: Claims,
): Generator<Change> {
  for (const [platform, now] of Object.entries(is)) {
    const before = was[platform];
    if (!before) continue;
    const values = { was: before.map(omitProof), is: now.map(omitProof) };
    if (!isSame(values.was, values.is)) {
      const isNarrowed = !isRefused(values.was) && isRefused(values.is);
      yield makeChange(`${kind}-${isNarrowed ? 'narrowed' : 'changed'}`, subject, {
        platform,
        ...values,
      });
    } else if (!isSame(before, now))
      yield makeChange(`${kind}-evidence`, subject, { platform, is: values.is });
  }
}

function omitProof(claim: CatalogAvailability | CatalogAcceptance): ClaimValue {
  const { evidence: _1, confidence: _2, disputed: _3, note: _4, derivedFrom: _5, ...rest } = claim;
  const { label: _6, ...value } = rest as Omit<CatalogAvailability, 'evidence'>;
  return value;
}

/** Tests if it is known not to work with any model. The types of the constants omit such betas. */
function isRefused(claims: readonly ClaimValue[]): boolean {
  return claims.every(({ status }) => status === 'rejected' || status === 'unavailable');
}

/** Changes of claims on platforms. */
import { isSame } from '../canonical-json.ts';
import type { CatalogAcceptance, CatalogAvailability } from '../catalog-types.ts';
import { type Change, type ClaimValue, makeChange } from './change.ts';

type Claims = Readonly<Record<string, readonly (CatalogAvailability | CatalogAcceptance)[]>>;

/** Changes of the claims about a feature or a value, for each platform that both manifests have. */
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

/** Known not to work there, whatever the model: the types of the constants leave that out. */
function isRefused(claims: readonly ClaimValue[]): boolean {
  return claims.every(({ status }) => status === 'rejected' || status === 'unavailable');
}

/** Describes claims about platforms in words. */
import { messages } from '../i18n/index.ts';
import {
  type CatalogAcceptance,
  type CatalogAvailability,
  getFixText,
  getModelTitle,
  type Localized,
} from './catalog.ts';
import type { Locale } from './site.ts';

/** A claim about a feature or about a header value. */
export type Claim = CatalogAvailability | CatalogAcceptance;

/** Tests if a list holds no claim: the Catalog then has a single bare `unknown`. */
export const isSilent = (claims: readonly Claim[]): boolean =>
  claims.every(({ status, evidence, note, disputed }) => {
    return status === 'unknown' && evidence.length === 0 && !note && !disputed;
  });

/** Describes the conditions of a claim. The last of several claims holds otherwise. */
export function describeClaimCondition(
  claim: Claim,
  claims: readonly Claim[],
  locale: Locale,
): string | undefined {
  const t = messages(locale).claim;
  const shape = 'shape' in claim ? claim.shape : undefined;
  const code = (values: readonly string[]): string => values.map((one) => `\`${one}\``).join(', ');
  const parts = [
    claim.models && `${t.models} ${claim.models.map(getModelTitle).join(', ')}`,
    claim.endpoint && `${t.endpoint} ${code(claim.endpoint)}`,
    shape && `${t.shape} ${code(shape)}`,
    claim.until && `${t.until} ${claim.until}`,
  ].filter(Boolean);
  if (parts.length > 0) return parts.join(', ');
  return claims.length > 1 ? t.otherwise : undefined;
}

/** Describes what an organization needs to use the feature. */
export const describeClaimNeeds = (claim: Claim, locale: Locale): string[] =>
  ('needs' in claim ? (claim.needs ?? []) : []).map((need) => messages(locale).claim.needs[need]);

/** Describes the label that the platform's own page gives the feature. */
export const describeClaimLabel = (claim: Claim, locale: Locale): string | undefined =>
  'label' in claim && claim.label ? messages(locale).claim.label[claim.label] : undefined;

/** Finds the advice that comes with a claim. */
export const findClaimFix = (claim: Claim): Localized | undefined =>
  'fix' in claim && claim.fix ? getFixText(claim.fix) : undefined;

/** Lists the values that the platform wants instead, each with the feature that it is for. */
export const listClaimInstead = (claim: Claim) => ('instead' in claim ? (claim.instead ?? []) : []);

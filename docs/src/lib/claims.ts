/** Claims about a platform in words: the condition of each, and what it brings with it. */
import { messages } from '../i18n/index.ts';
import {
  type CatalogAcceptance,
  type CatalogAvailability,
  getFixText,
  getModelTitle,
  type Localized,
} from './catalog.ts';
import type { Locale } from './site.ts';

/** A claim of either kind. */
export type Claim = CatalogAvailability | CatalogAcceptance;

/** Whether anybody claims anything: one bare `unknown` is what the Catalog has where nobody does. */
export const isSilent = (claims: readonly Claim[]): boolean =>
  claims.every(({ status, evidence, note, disputed }) => {
    return status === 'unknown' && evidence.length === 0 && !note && !disputed;
  });

/** The conditions under which a claim holds; of several claims the last one holds otherwise. */
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

/** What an organization needs besides, in words. */
export const describeClaimNeeds = (claim: Claim, locale: Locale): string[] =>
  ('needs' in claim ? (claim.needs ?? []) : []).map((need) => messages(locale).claim.needs[need]);

/** What the platform's own page calls the feature. */
export const describeClaimLabel = (claim: Claim, locale: Locale): string | undefined =>
  'label' in claim && claim.label ? messages(locale).claim.label[claim.label] : undefined;

/** What to do instead. */
export const findClaimFix = (claim: Claim): Localized | undefined =>
  'fix' in claim && claim.fix ? getFixText(claim.fix) : undefined;

/** The values that the platform wants in place of one, each with the feature that it is for. */
export const listClaimInstead = (claim: Claim) => ('instead' in claim ? (claim.instead ?? []) : []);

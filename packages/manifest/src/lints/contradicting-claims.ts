import { listClaimsOn } from '../claim-lists.ts';
import type { AcceptanceClaim, BetaSource, Rule } from '../schema/index.ts';
import { type Claim, type Lint, listBetas } from './lint.ts';

/**
 * The claims about a feature and its header agree, or a note explains how the header can be
 * accepted without the feature, or rejected although the feature needs it.
 */
export const contradictingClaims: Lint = {
  name: 'contradicting-claims',
  *check(sources) {
    const betas = new Map(listBetas(sources).map(({ beta }) => [beta.id, beta]));
    for (const { source, beta, path } of listBetas(sources)) {
      for (const platform of Object.keys(beta.acceptance ?? {})) {
        const accepted = listClaimsOn(beta.acceptance, platform);
        const available = listClaimsOn(source.data.availability, platform);
        if (available.length === 0 || [...accepted, ...available].some(isExplained)) continue;
        const at = [...path, 'acceptance', platform];
        if (haveStatus(accepted, 'accepted') && haveStatus(available, 'unavailable')) {
          yield source.problem(
            at,
            'contradicting-claims',
            `\`${beta.id}\` is accepted on ${platform}, where \`${source.data.feature}\` is ` +
              'unavailable',
            'explain it in a `note` of one of the two claims, or correct one',
          );
        } else if (
          haveStatus(available, 'available') &&
          isRefused(accepted) &&
          isNeeded(beta, platform, betas)
        ) {
          yield source.problem(
            at,
            'contradicting-claims',
            `\`${source.data.feature}\` is available on ${platform}, where \`${beta.id}\`, which ` +
              'it requires, is rejected',
            'add `instead`, limit the availability by `shape`, limit the rule by `platform`, or ' +
              'explain it in a `note`',
          );
        }
      }
    }
  },
};

const isExplained = ({ note, disputed }: Claim): boolean => Boolean(note ?? disputed);
const haveStatus = (claims: readonly Claim[], status: Claim['status']): boolean =>
  claims.every((claim) => claim.status === status);
const isRefused = (claims: readonly AcceptanceClaim[]): boolean =>
  claims.length > 0 && claims.every(({ status, instead }) => status === 'rejected' && !instead);

/** Tests if a rule requires the beta there, and no other choice can replace it. */
function isNeeded(
  beta: BetaSource,
  platform: string,
  betas: ReadonlyMap<string, BetaSource>,
): boolean {
  const hasOtherChoice = ({ choice = [] }: Rule): boolean =>
    choice.some(
      (id) => id !== beta.id && !isRefused(listClaimsOn(betas.get(id)?.acceptance, platform)),
    );
  return (beta.requires ?? []).some(
    (rule) => (rule.platform?.includes(platform) ?? true) && !hasOtherChoice(rule),
  );
}

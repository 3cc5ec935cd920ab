import { isCoveredClaim } from '../claim-lists.ts';
import { type Lint, listOrderedLists } from './lint.ts';

/** The first claim that applies counts, so a narrow claim comes before a wide one. */
export const coveredClaim: Lint = {
  name: 'covered-claim',
  *check(sources) {
    for (const { file, subject, claims, pathOf } of listOrderedLists(sources)) {
      for (const [index, claim] of claims.entries()) {
        if (!isCoveredClaim(claim, claims.slice(0, index))) continue;
        yield file.problem(
          pathOf(index),
          'covered-claim',
          `claim ${index + 1} of ${subject} never applies: the claims before it cover it ` +
            'completely',
          'move it before them, or remove it',
        );
      }
    }
  },
};

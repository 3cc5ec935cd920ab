import { conditionsOf } from '../claim-order.ts';
import { type Claim, eachClaimList, type Lint } from './lint.ts';

/** A list of claims ends with one that always holds, so that no request is left without an answer. */
export const claimListEnd: Lint = {
  name: 'claim-list-end',
  *check(sources) {
    for (const { source, kind, platform, claims, pathOf } of eachClaimList(sources)) {
      const conditions = conditionsOf(claims.at(-1) as Claim);
      if (conditions.length === 0) continue;
      yield source.problem(
        pathOf(claims.length - 1),
        'claim-list-end',
        `the last claim of the ${kind} on ${platform} holds only under \`${conditions.join('`, `')}\``,
        'add a last claim without conditions, `{ status: unknown, evidence: [] }` if nobody knows',
      );
    }
  },
};

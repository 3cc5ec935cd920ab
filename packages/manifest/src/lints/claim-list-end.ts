import { listConditionKeys } from '../claim-lists.ts';
import { type Lint, listOrderedLists } from './lint.ts';

/**
 * A list of claims ends with one that always holds: no request is left without an answer. Behind
 * the endpoints of a platform that is like another come those of the other.
 */
export const claimListEnd: Lint = {
  name: 'claim-list-end',
  *check(sources) {
    for (const { file, subject, claims, pathOf, isFollowed } of listOrderedLists(sources)) {
      if (isFollowed) continue;
      const conditions = listConditionKeys(claims.at(-1) ?? {});
      if (conditions.length === 0) continue;
      yield file.problem(
        pathOf(claims.length - 1),
        'claim-list-end',
        `the last claim of ${subject} holds only under \`${conditions.join('`, `')}\``,
        'add a last claim without conditions, `{ status: unknown, evidence: [] }` if nobody knows',
      );
    }
  },
};

import { listConditionKeys } from '../claim-lists.ts';
import { type Lint, listOrderedLists } from './lint.ts';

/**
 * The last claim of a list has no condition, so that every request gets an answer. The endpoints of
 * a platform with `like` are followed by those of the other platform.
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
        'add a last claim without conditions, such as `{ status: unknown, evidence: [] }`',
      );
    }
  },
};

import { type Lint, listClaimLists, listOrderedLists } from './lint.ts';

/** A claim other than `unknown` has evidence, and a disputed claim has no high confidence. */
export const claims: Lint = {
  name: 'claims',
  *check(sources) {
    for (const { file, subject, claims: list, pathOf } of listOrderedLists(sources)) {
      for (const [index, { status, evidence }] of list.entries()) {
        if (status === 'unknown' || evidence.length > 0) continue;
        yield file.problem(
          pathOf(index),
          'claims',
          `a claim about ${subject} has no evidence`,
          'add a source that says so, or write status: unknown',
        );
      }
    }
    for (const { source, kind, platform, claims: list, pathOf } of listClaimLists(sources)) {
      for (const [index, { disputed, confidence }] of list.entries()) {
        if (!disputed || confidence !== 'high') continue;
        yield source.problem(
          [...pathOf(index), 'confidence'],
          'claims',
          `the ${kind} on ${platform} is disputed but has high confidence`,
          'lower the confidence, or settle the dispute',
        );
      }
    }
  },
};

import { eachClaim, type Lint } from './lint.ts';

/** A claim that says more than `unknown` shows where it comes from, and how sure it is. */
export const claims: Lint = {
  name: 'claims',
  *check(sources) {
    for (const { source, kind, platform, claim, at } of eachClaim(sources)) {
      if (claim.status !== 'unknown' && claim.evidence.length === 0) {
        yield source.problem(
          at,
          'claims',
          `the ${kind} on ${platform} has no evidence`,
          'add a source that says so, or write status: unknown',
        );
      }
      if (claim.disputed && claim.confidence === 'high') {
        yield source.problem(
          [...at, 'confidence'],
          'claims',
          `the ${kind} on ${platform} is disputed and yet of high confidence`,
          'lower the confidence, or settle the dispute',
        );
      }
    }
  },
};

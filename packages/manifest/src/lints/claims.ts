import type { Platform } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** A claim that says more than `unknown` shows where it comes from, and how sure it is. */
export const claims: Lint = {
  name: 'claims',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const [platform, claim] of Object.entries(beta.platforms ?? {})) {
        const at = [...path, 'platforms', platform as Platform];
        if (claim.accepts !== 'unknown' && claim.evidence.length === 0) {
          yield source.problem(
            at,
            'claims',
            `the claim about ${platform} has no evidence`,
            'add a source that says so, or write accepts: unknown',
          );
        }
        if (claim.disputed && claim.confidence === 'high') {
          yield source.problem(
            [...at, 'confidence'],
            'claims',
            `the claim about ${platform} is disputed and yet of high confidence`,
            'lower the confidence, or settle the dispute',
          );
        }
      }
    }
  },
};

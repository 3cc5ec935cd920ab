import type { Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** What no longer needs a header has no rule that asks for it everywhere: it would send the header again. */
export const graduatedRule: Lint = {
  name: 'graduated-rule',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      if (beta.stage !== 'graduated' && beta.stage !== 'legacy-shape') continue;
      for (const [index, rule] of (beta.opens ?? []).entries()) {
        if (isConditional(rule)) continue;
        yield source.problem(
          [...path, 'opens', index],
          'graduated-rule',
          `\`${beta.id}\` is ${beta.stage}, and this rule asks for it on every platform${beta.stage === 'legacy-shape' ? ', which would select the old shape' : ''}`,
          'remove the rule, limit it with `platform`, `model` or `apiVersion`, or say in a `note` what still needs the header',
        );
      }
    }
  },
};

/** A note stands for the one case that conditions cannot tell: a deprecated field which never worked without the header. */
function isConditional(rule: Rule): boolean {
  return (
    rule.platform !== undefined ||
    rule.model !== undefined ||
    rule.apiVersion !== undefined ||
    rule.note !== undefined
  );
}

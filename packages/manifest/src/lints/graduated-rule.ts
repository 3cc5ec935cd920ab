import type { Rule } from '../schema/index.ts';
import { type Lint, listRules } from './lint.ts';

/** A graduated beta has no rule that requires it unconditionally. */
export const graduatedRule: Lint = {
  name: 'graduated-rule',
  *check(sources) {
    for (const { source, beta, rule, path } of listRules(sources)) {
      if (beta.stage !== 'graduated' && beta.stage !== 'legacy-shape') continue;
      if (isConditional(rule)) continue;
      const effect = beta.stage === 'legacy-shape' ? ', which would select the old shape' : '';
      yield source.problem(
        path,
        'graduated-rule',
        `\`${beta.id}\` is ${beta.stage}, and this rule requires it on every platform${effect}`,
        'move the rule to `uses` of the feature, limit it with `platform`, `model` or ' +
          '`apiVersion`, or say in a `note` what still needs the header',
      );
    }
  },
};

/**
 * A note covers the one case that conditions cannot express: a deprecated field that never worked
 * without the header.
 */
function isConditional(rule: Rule): boolean {
  return (
    rule.platform !== undefined ||
    rule.model !== undefined ||
    rule.apiVersion !== undefined ||
    rule.note !== undefined
  );
}

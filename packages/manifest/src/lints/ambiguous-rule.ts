import { endpointsOf, rulesMeet, testOf } from '../rule-overlap.ts';
import type { Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** Where one place in a request opens two betas, a choice says which of them; else both would be sent. */
export const ambiguousRule: Lint = {
  name: 'ambiguous-rule',
  *check(sources) {
    const seen = new Map<string, { rule: Rule; id: string; file: string }[]>();
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const [index, rule] of (beta.opens ?? []).entries()) {
        const earlier = seen.get(rule.at ?? '') ?? [];
        // A beta that is defined twice is another lint's to tell.
        const clash = earlier.find((other) => other.id !== beta.id && rulesMeet(other.rule, rule));
        if (clash) {
          const place =
            rule.at === undefined ? endpointsOf(rule).join(', ') : `${rule.at} (${testOf(rule)})`;
          yield source.problem(
            [...path, 'opens', index],
            'ambiguous-rule',
            `\`${place}\` opens both \`${clash.id}\` (${clash.file}) and \`${beta.id}\``,
            'write one rule with `choice: [default, other]`, in the file of the default',
          );
        }
        seen.set(rule.at ?? '', [...earlier, { rule, id: beta.id, file: source.file }]);
      }
    }
  },
};

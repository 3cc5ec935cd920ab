import { describePlace, overlapsRule } from '../rule-overlap.ts';
import type { Rule } from '../schema/index.ts';
import { type Lint, listRules } from './lint.ts';

/** A place that requires two betas has a `choice`. Otherwise both would be sent. */
export const ambiguousRule: Lint = {
  name: 'ambiguous-rule',
  *check(sources) {
    const seen = new Map<string, { rule: Rule; id: string; file: string }[]>();
    for (const { source, beta, rule, path } of listRules(sources)) {
      const earlier = seen.get(rule.at ?? '') ?? [];
      // `unique-id` reports a beta that is defined twice.
      const clash = earlier.find((other) => other.id !== beta.id && overlapsRule(other.rule, rule));
      if (clash) {
        yield source.problem(
          path,
          'ambiguous-rule',
          `\`${describePlace(rule)}\` requires both \`${clash.id}\` (${clash.file}) and ` +
            `\`${beta.id}\``,
          'write one rule with `choice: [default, other]`, in the file of the default',
        );
      }
      seen.set(rule.at ?? '', [...earlier, { rule, id: beta.id, file: source.file }]);
    }
  },
};

import { coversRule, describePlace } from '../rule-overlap.ts';
import type { Rule } from '../schema/index.ts';
import { type Lint, listBetas } from './lint.ts';

/** No rule of a beta is covered by another rule of the same beta. */
export const redundantRule: Lint = {
  name: 'redundant-rule',
  *check(sources) {
    for (const { source, beta, path } of listBetas(sources)) {
      const rules = beta.requires ?? [];
      for (const [index, rule] of rules.entries()) {
        const wider = rules.findIndex(
          (other, i) =>
            i !== index &&
            hasSameChoice(other, rule) &&
            coversRule(other, rule) &&
            (i < index || !coversRule(rule, other)),
        );
        if (wider < 0) continue;
        yield source.problem(
          [...path, 'requires', index],
          'redundant-rule',
          `\`${describePlace(rule)}\` has no effect: ` +
            `\`${describePlace(rules[wider] as Rule)}\` already requires \`${beta.id}\` for it`,
          'remove it, or make the wider rule narrower',
        );
      }
    }
  },
};

function hasSameChoice(a: Rule, b: Rule): boolean {
  return (a.choice ?? []).join() === (b.choice ?? []).join();
}

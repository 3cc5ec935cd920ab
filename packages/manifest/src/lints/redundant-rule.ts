import { ruleCovers, testOf } from '../rule-overlap.ts';
import type { Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** A rule of a beta says something that no other rule of the same beta says already. */
export const redundantRule: Lint = {
  name: 'redundant-rule',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      const rules = beta.opens ?? [];
      for (const [index, rule] of rules.entries()) {
        const wider = rules.findIndex(
          (other, i) =>
            i !== index &&
            sameChoice(other, rule) &&
            ruleCovers(other, rule) &&
            (i < index || !ruleCovers(rule, other)),
        );
        if (wider < 0) continue;
        const place = (r: Rule): string =>
          r.at === undefined ? [r.endpoint ?? []].flat().join(', ') : `${r.at} (${testOf(r)})`;
        const other = rules[wider] as Rule;
        yield source.problem(
          [...path, 'opens', index],
          'redundant-rule',
          `\`${place(rule)}\` never decides anything: \`${place(other)}\` opens \`${beta.id}\` for all that it takes in`,
          'remove it, or make the wider rule narrower',
        );
      }
    }
  },
};

function sameChoice(a: Rule, b: Rule): boolean {
  return (a.choice ?? []).join() === (b.choice ?? []).join();
}

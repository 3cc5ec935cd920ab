import type { Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

/** Where one place in a request opens two betas, a choice says which of them; else both would be sent. */
export const ambiguousRule: Lint = {
  name: 'ambiguous-rule',
  *check(sources) {
    const seen = new Map<string, { rule: Rule; id: string; file: string }[]>();
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const [index, rule] of (beta.opens ?? []).entries()) {
        for (const key of places(rule)) {
          const earlier = seen.get(key) ?? [];
          const clash = earlier.find((other) => overlaps(other.rule, rule));
          if (clash) {
            yield source.problem(
              [...path, 'opens', index],
              'ambiguous-rule',
              clash.id === beta.id ? `\`${key}\` opens \`${beta.id}\` twice` : `\`${key}\` opens both \`${clash.id}\` (${clash.file}) and \`${beta.id}\``,
              clash.id === beta.id ? 'keep one of the two rules' : 'write one rule with `choice: [default, other]`, in the file of the default',
            );
          }
          seen.set(key, [...earlier, { rule, id: beta.id, file: source.file }]);
        }
      }
    }
  },
};

function places(rule: Rule): string[] {
  const endpoints = rule.endpoint === undefined ? ['message params'] : [rule.endpoint].flat();
  const tests = rule.in ?? [rule.is ?? (rule.nonEmpty ? 'non-empty' : rule.above !== undefined ? `> ${rule.above}` : 'present')];
  return endpoints.flatMap((endpoint) => (rule.at === undefined ? [endpoint] : tests.map((test) => `${rule.at} (${test}) on ${endpoint}`)));
}

function overlaps(a: Rule, b: Rule): boolean {
  const meet = <T>(x: readonly T[] | undefined, y: readonly T[] | undefined): boolean => !x || !y || x.some((item) => y.includes(item));
  return meet(a.platform, b.platform) && meet(a.model, b.model);
}

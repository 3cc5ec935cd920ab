import { findEndpointProblem, findRulePathProblem } from '@beta-headers/grammar';
import type { BetaSource, Rule } from '../schema.ts';
import { eachBeta, type Lint } from './lint.ts';

const ENDPOINT_FORM =
  'write METHOD /v1/path with a method of GET, POST, PUT, PATCH, DELETE or *, {name} for a variable part and /** at the end for all below';

/** Paths and endpoints follow the grammar of rules; a choice includes the beta that the rule stands under, first. */
export const ruleForm: Lint = {
  name: 'rule-form',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const { rule, at } of rulesOf(beta, path)) {
        const error = rule.at === undefined ? undefined : findRulePathProblem(rule.at);
        if (error) {
          yield source.problem(
            [...at, 'at'],
            'rule-form',
            `\`${rule.at}\` is not a rule path: ${error.message} (character ${error.index + 1})`,
            'write names joined by dots, [] for every element, ** for nested content: messages[].content[].**.type',
          );
        }
        for (const endpoint of [rule.endpoint ?? []].flat()) {
          const wrong = findEndpointProblem(endpoint);
          if (wrong)
            yield source.problem(
              [...at, 'endpoint'],
              'rule-form',
              `\`${endpoint}\` is not an endpoint: ${wrong.message} (character ${wrong.index + 1})`,
              ENDPOINT_FORM,
            );
        }
        if (rule.choice && rule.choice[0] !== beta.id) {
          yield source.problem(
            [...at, 'choice'],
            'rule-form',
            `the choice does not begin with \`${beta.id}\`, under which it stands`,
            'put the default first, and the rule in the file of the default',
          );
        }
      }
      for (const endpoint of [...(beta.sdk?.sends ?? []), ...(beta.selectsAt ?? [])]) {
        const wrong = findEndpointProblem(endpoint);
        if (wrong)
          yield source.problem(
            [...path, beta.sdk?.sends?.includes(endpoint) ? 'sdk' : 'selectsAt'],
            'rule-form',
            `\`${endpoint}\` is not an endpoint: ${wrong.message} (character ${wrong.index + 1})`,
            ENDPOINT_FORM,
          );
      }
    }
  },
};

function rulesOf(
  beta: BetaSource,
  path: readonly PropertyKey[],
): { rule: Rule; at: readonly PropertyKey[] }[] {
  return (['opens', 'formerly'] as const).flatMap((key) =>
    (beta[key] ?? []).map((rule, index) => ({ rule, at: [...path, key, index] })),
  );
}

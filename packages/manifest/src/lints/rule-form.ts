import { findEndpointProblem, findRulePathProblem } from '@beta-headers/grammar';
import type { FeatureFile, Sources } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listConditions, listEndpointPlaces, listRules } from './lint.ts';

const PATH_FORM =
  'write names joined by dots, [] for every element, ** for nested content: ' +
  'messages[].content[].**.type';

const ENDPOINT_FORM =
  'write METHOD /v1/path with a method of GET, POST, PUT, PATCH, DELETE or *, {name} for a ' +
  'variable part and /** at the end for everything below';

/** Paths and endpoints follow the grammar of rules. A choice starts with the beta of its rule. */
export const ruleForm: Lint = {
  name: 'rule-form',
  *check(sources) {
    for (const { source, at, path } of listPaths(sources)) {
      if (/^(?:request\.)?body\./.test(at))
        yield source.problem(
          path,
          'rule-form',
          `\`${at}\` begins with \`body\`, and a path begins inside the body`,
          `write \`${at.replace(/^(?:request\.)?body\./, '')}\``,
        );
      const error = findRulePathProblem(at);
      if (!error) continue;
      yield source.problem(
        path,
        'rule-form',
        `\`${at}\` is not a rule path: ${error.message} (character ${error.index + 1})`,
        PATH_FORM,
      );
    }
    for (const { file, endpoint, path } of listEndpointPlaces(sources)) {
      const error = findEndpointProblem(endpoint);
      if (!error) continue;
      yield file.problem(
        path,
        'rule-form',
        `\`${endpoint}\` is not an endpoint: ${error.message} (character ${error.index + 1})`,
        ENDPOINT_FORM,
      );
    }
    for (const { source, beta, rule, path } of listRules(sources)) {
      if (!rule.choice || rule.choice[0] === beta.id) continue;
      yield source.problem(
        [...path, 'choice'],
        'rule-form',
        `the choice does not start with \`${beta.id}\`, whose rule it is`,
        'put the default first, and the rule in the file of the default',
      );
    }
  },
};

function* listPaths(sources: Sources): Generator<{ source: FeatureFile; at: string; path: Path }> {
  for (const { source, condition, path } of listConditions(sources)) {
    if (condition.at !== undefined) yield { source, at: condition.at, path: [...path, 'at'] };
    for (const name of Object.keys(condition.where ?? {}))
      yield { source, at: name, path: [...path, 'where', name] };
  }
  for (const source of sources.features) {
    const { substitutes = [], effects = [] } = source.data;
    for (const [i, { remove }] of substitutes.entries())
      yield { source, at: remove, path: ['substitutes', i, 'remove'] };
    for (const [i, { at }] of effects.entries())
      if (at !== undefined) yield { source, at, path: ['effects', i, 'at'] };
  }
}

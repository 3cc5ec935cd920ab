import type { FeatureFile } from '../manifest-sources.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listClaimLists, listConditions, suggestName } from './lint.ts';

/** Conditions and claims name models of models.yaml. */
export const knownModels: Lint = {
  name: 'known-models',
  *check(sources) {
    const known = sources.known.models;
    if (!known) return;
    const lists: { source: FeatureFile; names: readonly string[] | undefined; path: Path }[] = [];
    for (const source of sources.features)
      lists.push({ source, names: source.data.models?.only, path: ['models', 'only'] });
    for (const { source, condition, path } of listConditions(sources))
      if (condition.model) lists.push({ source, names: condition.model, path: [...path, 'model'] });
    for (const { source, claims, pathOf } of listClaimLists(sources))
      for (const [i, { models }] of claims.entries())
        if (models) lists.push({ source, names: models, path: [...pathOf(i), 'models'] });
    for (const { source, names = [], path } of lists) {
      for (const [index, model] of names.entries()) {
        if (!known.has(model))
          yield source.problem(
            [...path, index],
            'known-models',
            `models.yaml has no model \`${model}\``,
            suggestName(model, known),
          );
      }
    }
  },
};

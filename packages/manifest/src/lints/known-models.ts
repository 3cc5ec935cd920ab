import { eachBeta, type Lint, mendName } from './lint.ts';

/** Rules, claims and traps name models that models.yaml knows. */
export const knownModels: Lint = {
  name: 'known-models',
  *check(sources) {
    const known = sources.modelIds;
    if (!known) return;
    for (const { source, beta, path } of eachBeta(sources)) {
      const lists: [readonly string[] | undefined, readonly PropertyKey[]][] = [
        [beta.models?.only, ['models', 'only']],
        ...(beta.opens ?? []).map(
          (rule, i): [readonly string[] | undefined, readonly PropertyKey[]] => [
            rule.model,
            ['opens', i, 'model'],
          ],
        ),
        ...(beta.traps ?? []).map(
          (trap, i): [readonly string[] | undefined, readonly PropertyKey[]] => [
            trap.model,
            ['traps', i, 'model'],
          ],
        ),
        ...Object.entries(beta.platforms ?? {}).map(
          ([platform, claim]): [readonly string[] | undefined, readonly PropertyKey[]] => [
            typeof claim.accepts === 'object' && 'models' in claim.accepts
              ? claim.accepts.models
              : undefined,
            ['platforms', platform, 'accepts', 'models'],
          ],
        ),
      ];
      for (const [models, at] of lists) {
        for (const [i, model] of (models ?? []).entries()) {
          if (!known.has(model))
            yield source.problem(
              [...path, ...at, i],
              'known-models',
              `nobody knows a model \`${model}\``,
              mendName(model, known),
            );
        }
      }
    }
  },
};

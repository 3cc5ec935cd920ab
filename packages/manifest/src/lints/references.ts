import { eachBeta, knownIds, type Lint, mendName } from './lint.ts';

/** Every beta that a rule, a claim or a conflict names is in the manifest. */
export const references: Lint = {
  name: 'references',
  *check(sources) {
    const ids = knownIds(sources);
    for (const { source, beta, path } of eachBeta(sources)) {
      const names: [string, readonly PropertyKey[]][] = [
        ...(beta.conflicts ?? []).map((conflict, i): [string, readonly PropertyKey[]] => [
          conflict.with,
          ['conflicts', i, 'with'],
        ]),
        ...(beta.opens ?? []).flatMap((rule, i) =>
          (rule.choice ?? []).map((id, j): [string, readonly PropertyKey[]] => [
            id,
            ['opens', i, 'choice', j],
          ]),
        ),
        ...Object.entries(beta.platforms ?? {}).flatMap(
          ([platform, claim]): [string, readonly PropertyKey[]][] =>
            typeof claim.accepts === 'object' && 'as' in claim.accepts
              ? [[claim.accepts.as, ['platforms', platform, 'accepts', 'as']]]
              : [],
        ),
      ];
      for (const [id, at] of names) {
        if (!ids.has(id))
          yield source.problem(
            [...path, ...at],
            'references',
            `\`${id}\` is not in the manifest`,
            mendName(id, ids),
          );
        else if (id === beta.id && at[0] !== 'opens')
          yield source.problem(
            [...path, ...at],
            'references',
            `\`${id}\` names itself`,
            'name the other beta',
          );
      }
    }
  },
};

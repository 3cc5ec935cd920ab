import { collectIds, type Lint, listBetas, suggestName } from './lint.ts';

/** A `supersededBy` names a beta that exists, its chain ends, and the stage agrees with it. */
export const supersededBy: Lint = {
  name: 'superseded-by',
  *check(sources) {
    const ids = collectIds(sources);
    const next = new Map(listBetas(sources).map(({ beta }) => [beta.id, beta.supersededBy]));
    for (const { source, beta, path } of listBetas(sources)) {
      const successor = beta.supersededBy;
      const at = [...path, 'supersededBy'];
      if (successor === undefined) {
        if (beta.stage === 'superseded') {
          yield source.problem(
            [...path, 'stage'],
            'superseded-by',
            `\`${beta.id}\` is superseded, and nothing says by what`,
            'add `supersededBy`, or choose another stage',
          );
        }
      } else if (!ids.has(successor)) {
        yield source.problem(
          at,
          'superseded-by',
          `\`${successor}\` is not in the manifest`,
          suggestName(successor, ids),
        );
      } else {
        const circle = circleFrom(beta.id, next);
        if (circle)
          yield source.problem(
            at,
            'superseded-by',
            `the chain is a circle: ${circle.join(' → ')}`,
            'the newest beta of the chain must have no `supersededBy`',
          );
      }
    }
  },
};

function circleFrom(
  start: string,
  next: ReadonlyMap<string, string | undefined>,
): string[] | undefined {
  const chain = [start];
  for (let id = next.get(start); id !== undefined; id = next.get(id)) {
    if (id === start) return [...chain, id];
    if (chain.includes(id)) return undefined;
    chain.push(id);
  }
  return undefined;
}

import { collectIds, findCycle, type Lint, listBetas, suggestName } from './lint.ts';

/**
 * `supersededBy` names a beta of the manifest, its chain has no cycle, and the stage matches it.
 */
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
            `\`${beta.id}\` is superseded but has no \`supersededBy\``,
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
        const cycle = findCycle(beta.id, next);
        if (cycle)
          yield source.problem(
            at,
            'superseded-by',
            `the chain is a cycle: ${cycle.join(' → ')}`,
            'remove `supersededBy` from the newest beta of the chain',
          );
      }
    }
  },
};

import type { Lint } from './lint.ts';

/** A published feature has an audience, by which lists are ordered. */
export const knownAudience: Lint = {
  name: 'known-audience',
  *check(sources) {
    for (const source of sources.features) {
      const { audience, feature } = source.data;
      // The schema reports a file without betas.
      const isEmpty = source.data.betas.length === 0 && source.brokenIds.length === 0;
      if (audience !== undefined || source.overlay || isEmpty) continue;
      yield source.problem(
        ['feature'],
        'known-audience',
        `\`${feature}\` has no audience`,
        'add `audience: everyday`, `specialised`, `administration` or `client-internal`',
      );
    }
  },
};

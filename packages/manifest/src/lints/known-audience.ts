import type { Lint } from './lint.ts';

/** A published feature says who needs it, because lists are ordered by it. */
export const knownAudience: Lint = {
  name: 'known-audience',
  *check(sources) {
    for (const source of sources.features) {
      const { audience, feature } = source.data;
      // A file without any beta is for the schema to report.
      const isEmpty = source.data.betas.length === 0 && source.brokenIds.length === 0;
      if (audience !== undefined || source.overlay || isEmpty) continue;
      yield source.problem(
        ['feature'],
        'known-audience',
        `\`${feature}\` does not say who needs it`,
        'add `audience: everyday`, `specialised`, `administration` or `client-internal`',
      );
    }
  },
};

import { canBecome, NEXT_STAGES } from '@beta-headers/grammar';
import { collectIds, type Lint, listBetas } from './lint.ts';

/** Since the last release, no id has disappeared, and stages have changed only as allowed. */
export const lifecycle: Lint = {
  name: 'lifecycle',
  *check(sources) {
    const { released } = sources;
    if (!released) return;
    const ids = collectIds(sources);
    const before = new Map(released.betas.map((beta) => [beta.id, beta]));
    for (const { source, beta, path } of listBetas(sources)) {
      const was = before.get(beta.id)?.stage;
      if (was && !canBecome(was, beta.stage)) {
        const allowed =
          NEXT_STAGES[was].length > 0
            ? `from ${was} a beta may become: ${NEXT_STAGES[was].join(', ')}`
            : `${was} is final`;
        yield source.problem(
          [...path, 'stage'],
          'lifecycle',
          `\`${beta.id}\` was released as ${was} and cannot become ${beta.stage}`,
          allowed,
        );
      }
    }
    for (const beta of released.betas) {
      if (ids.has(beta.id)) continue;
      const home = sources.features.find((source) => source.data.feature === beta.feature);
      const fix =
        'restore it; a removed beta keeps its entry with stage retired, so that ' +
        'old code gets an explanation';
      const message = `the released beta \`${beta.id}\` is missing`;
      yield home?.problem(['betas'], 'lifecycle', message, fix) ?? {
        file: `features/${beta.feature}.yaml`,
        line: 1,
        column: 1,
        rule: 'lifecycle',
        message,
        fix,
      };
    }
  },
};

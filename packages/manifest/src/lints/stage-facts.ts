import { type Lint, listBetas } from './lint.ts';

/** A beta has the facts that its stage requires. */
export const stageFacts: Lint = {
  name: 'stage-facts',
  *check(sources) {
    for (const { source, beta, path } of listBetas(sources)) {
      const at = [...path, 'stage'];
      for (const stage of ['graduated', 'retired'] as const) {
        if (beta.stage !== stage || beta[stage]) continue;
        yield source.problem(
          at,
          'stage-facts',
          `\`${beta.id}\` is ${stage} but has no date or evidence for it`,
          `add \`${stage}: { date, evidence }\``,
        );
      }
      if ((beta.stage === 'legacy-shape') !== (beta.selects !== undefined)) {
        yield source.problem(
          at,
          'stage-facts',
          '`selects` and the stage legacy-shape go together',
          'add `selects: { en, id }` to a legacy-shape beta, remove it from any other',
        );
      }
    }
  },
};

import { eachBeta, type Lint } from './lint.ts';

/** A stage comes with the facts that make it one. */
export const stageFacts: Lint = {
  name: 'stage-facts',
  *check(sources) {
    for (const { source, beta, path } of eachBeta(sources)) {
      const at = [...path, 'stage'];
      if (beta.stage === 'graduated' && !beta.graduated) {
        yield source.problem(
          at,
          'stage-facts',
          `\`${beta.id}\` is graduated, and nothing says when or who says so`,
          'add `graduated: { date, evidence }`',
        );
      }
      if (beta.stage === 'retired' && !beta.retired) {
        yield source.problem(
          at,
          'stage-facts',
          `\`${beta.id}\` is retired, and nothing says when or who says so`,
          'add `retired: { date, evidence }`',
        );
      }
      if ((beta.stage === 'legacy-shape') !== (beta.selects !== undefined)) {
        yield source.problem(
          at,
          'stage-facts',
          `\`selects\` and the stage legacy-shape go together`,
          'add `selects: { en, id }` to a legacy-shape beta, remove it from any other',
        );
      }
      if (beta.undocumented && beta.opens) {
        yield source.problem(
          [...path, 'opens'],
          'stage-facts',
          `\`${beta.id}\` is undocumented and yet has rules`,
          'remove the rules, or the mark if a source explains them',
        );
      }
    }
  },
};

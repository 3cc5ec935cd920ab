import { type Lint, listBetas } from './lint.ts';

/** A release has no open review marks. Between releases they are allowed. */
export const reviewMarks: Lint = {
  name: 'review-marks',
  *check(sources) {
    if (!sources.forRelease) return;
    for (const { source, beta, path } of listBetas(sources)) {
      for (const [index, question] of (beta.review ?? []).entries()) {
        yield source.problem(
          [...path, 'review', index],
          'review-marks',
          `\`${beta.id}\` waits for a decision: ${question}`,
          'decide it, then remove the line',
        );
      }
    }
  },
};

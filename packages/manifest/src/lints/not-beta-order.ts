import { compare } from '../problem.ts';
import { type Lint, listEntries } from './lint.ts';

/** The entries of not-betas.yaml and their `also` lists are sorted. */
export const notBetaOrder: Lint = {
  name: 'not-beta-order',
  *check(sources) {
    let last: string | undefined;
    for (const { file, data, path } of listEntries(sources, 'notBetas')) {
      const before = last;
      last = data.id;
      if (before !== undefined && compare(before, data.id) > 0)
        yield file.problem(
          [...path, 'id'],
          'not-beta-order',
          `\`${data.id}\` is not in order: it follows \`${before}\``,
          `move the entry before \`${before}\``,
        );
      for (const [i, id] of (data.also ?? []).entries()) {
        const previous = data.also?.[i - 1] ?? data.id;
        if (compare(previous, id) > 0)
          yield file.problem(
            [...path, 'also', i],
            'not-beta-order',
            `\`${id}\` is not in order: it follows \`${previous}\``,
            `move it before \`${previous}\`; the first value is the \`id\` of the entry`,
          );
      }
    }
  },
};

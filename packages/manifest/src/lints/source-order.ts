import { compare } from '../problem.ts';
import { type Lint, listEntries } from './lint.ts';

/** The entries of sources.yaml are sorted by id, so that two branches rarely edit the same line. */
export const sourceOrder: Lint = {
  name: 'source-order',
  *check(sources) {
    let highest: string | undefined;
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      if (file.overlay) continue;
      if (highest === undefined || compare(highest, data.id) <= 0) {
        highest = data.id;
        continue;
      }
      const next = listEntries(sources, 'sources').find(
        ({ data: { id } }) => compare(id, data.id) > 0,
      );
      yield file.problem(
        [...path, 'id'],
        'source-order',
        `\`${data.id}\` is not in order: it follows \`${highest}\``,
        `move the entry before \`${next?.data.id ?? highest}\``,
      );
    }
  },
};

import { collectContents } from './contents.ts';
import { type Lint, listBrokenTexts, listEntries } from './lint.ts';

/** Every source is cited by somebody. */
export const citedSources: Lint = {
  name: 'cited-sources',
  *check(sources) {
    const cited = new Set(collectContents(sources).citations.map(({ value }) => value.source));
    for (const { file, data, path } of listEntries(sources, 'sources')) {
      // A broken file may cite it in a place that could not be read.
      if (cited.has(data.id) || listBrokenTexts(sources).some((text) => text.includes(data.id)))
        continue;
      yield file.problem(
        [...path, 'id'],
        'cited-sources',
        `nobody cites the source \`${data.id}\``,
        'cite it where it says something, or remove it',
      );
    }
  },
};

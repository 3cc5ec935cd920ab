import { collectContents } from './contents.ts';
import { type Lint, listBrokenTexts, listEntries } from './lint.ts';

/** Every source is cited. */
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
        `the source \`${data.id}\` is not cited`,
        'cite it as evidence, or remove it',
      );
    }
  },
};

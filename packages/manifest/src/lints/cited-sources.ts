import { contentsOf } from './contents.ts';
import { brokenTexts, eachEntry, type Lint } from './lint.ts';

/** Every source is cited by somebody. */
export const citedSources: Lint = {
  name: 'cited-sources',
  *check(sources) {
    const cited = new Set(contentsOf(sources).citations.map(({ value }) => value.source));
    for (const { file, data, path } of eachEntry(sources, 'sources')) {
      // A broken file may cite it in a place that could not be read.
      if (cited.has(data.id) || brokenTexts(sources).some((text) => text.includes(data.id)))
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

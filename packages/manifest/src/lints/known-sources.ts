import { contentsOf } from './contents.ts';
import { fixName, type Lint } from './lint.ts';

/** Every citation names an entry of sources.yaml. */
export const knownSources: Lint = {
  name: 'known-sources',
  *check(sources) {
    const known = sources.known.sources;
    if (!known) return;
    for (const { file, value, path } of contentsOf(sources).citations) {
      if (known.has(value.source)) continue;
      yield file.problem(
        [...path(), 'source'],
        'known-sources',
        `sources.yaml has no source \`${value.source}\``,
        fixName(value.source, known),
      );
    }
  },
};

import { collectContents } from './contents.ts';
import { type Lint, suggestName } from './lint.ts';

/** Every citation names an entry of sources.yaml. */
export const knownSources: Lint = {
  name: 'known-sources',
  *check(sources) {
    const known = sources.known.sources;
    if (!known) return;
    for (const { file, value, path } of collectContents(sources).citations) {
      if (known.has(value.source)) continue;
      yield file.problem(
        [...path(), 'source'],
        'known-sources',
        `sources.yaml has no source \`${value.source}\``,
        suggestName(value.source, known),
      );
    }
  },
};

import { findNearest } from '@beta-headers/grammar';
import { collectContents } from './contents.ts';
import type { Lint } from './lint.ts';

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
        suggestSource(value.source, known),
      );
    }
  },
};

/** Suggests the nearest id, and the entry that would define the source. */
function suggestSource(id: string, known: Iterable<string>): string {
  const close = findNearest(id, known);
  const version = /-(\d+\.\d+\.\d+)$/.exec(id)?.[1];
  const place = version
    ? `package: "…", version: ${version}`
    : 'url: "https://…", checked: YYYY-MM-DD';
  const add = `add to sources.yaml, in the order of the ids: - { id: ${id}, ${place} }`;
  return close === undefined ? add : `write \`${close}\`, or ${add}`;
}

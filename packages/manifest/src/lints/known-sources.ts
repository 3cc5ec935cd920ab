import type { Path } from '../source.ts';
import { type Citation, fixName, type Lint, visitCitations } from './lint.ts';

/** Every citation names an entry of sources.yaml. */
export const knownSources: Lint = {
  name: 'known-sources',
  *check(sources) {
    const known = sources.known.sources;
    if (!known) return;
    const unknown: (Citation & { readonly at: Path })[] = [];
    visitCitations(sources, (citation) => {
      if (!known.has(citation.evidence.source)) unknown.push({ ...citation, at: citation.path() });
    });
    for (const { file, evidence, at } of unknown) {
      yield file.problem(
        [...at, 'source'],
        'known-sources',
        `sources.yaml has no source \`${evidence.source}\``,
        fixName(evidence.source, known),
      );
    }
  },
};

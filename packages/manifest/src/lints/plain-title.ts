import type { FeatureFile } from '../manifest-sources.ts';
import type { Localized } from '../schema/index.ts';
import type { Path } from '../yaml-source.ts';
import { type Lint, listBetas } from './lint.ts';

/** Titles contain no `<`: they end up in places that read HTML, such as the title of a page. */
export const plainTitle: Lint = {
  name: 'plain-title',
  *check(sources) {
    for (const source of sources.features) yield* checkTitle(source, ['title'], source.data.title);
    for (const { source, beta, path } of listBetas(sources))
      yield* checkTitle(source, [...path, 'title'], beta.title);
  },
};

function* checkTitle(source: FeatureFile, path: Path, title: Localized | undefined) {
  if (title === undefined) return;
  for (const language of ['en', 'id'] as const) {
    if (!title[language].includes('<')) continue;
    yield source.problem(
      [...path, language],
      'plain-title',
      `the ${language === 'en' ? 'English' : 'Indonesian'} title contains \`<\``,
      'write the title as plain text, and put markup or code into `notes`',
    );
  }
}

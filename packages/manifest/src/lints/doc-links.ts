import type { FeatureFile } from '../manifest-sources.ts';
import { type Lint, listBetas } from './lint.ts';

/** Keys that an undocumented beta must not have. */
const CLAIMS = ['requires', 'migration', 'selects', 'released'] as const;

/**
 * Links lead to a page about the subject, and an undocumented beta makes no further claims. An
 * overlay may link a whole site.
 */
export const docLinks: Lint = {
  name: 'doc-links',
  *check(sources) {
    const bare = (source: FeatureFile, path: readonly PropertyKey[], link: string) =>
      source.problem(
        path,
        'doc-links',
        `\`${link}\` is a whole site, not a page`,
        'link the page about the subject',
      );
    for (const source of sources.features) {
      const { docs } = source.data;
      if (docs && !source.overlay && isBare(docs)) yield bare(source, ['docs'], docs);
    }
    for (const { source, beta, path } of listBetas(sources)) {
      for (const key of ['docs', 'migration'] as const) {
        const link = beta[key];
        if (link && !source.overlay && isBare(link)) yield bare(source, [...path, key], link);
      }
      if (!beta.undocumented) continue;
      for (const key of CLAIMS) {
        if (beta[key] === undefined) continue;
        yield source.problem(
          [...path, key],
          'doc-links',
          `\`${beta.id}\` is undocumented but has \`${key}\``,
          `remove \`${key}\`, or the mark \`undocumented\` if a source explains it`,
        );
      }
    }
  },
};

function isBare(link: string): boolean {
  const { pathname, search } = new URL(link);
  return pathname === '/' && search === '';
}

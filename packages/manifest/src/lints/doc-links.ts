import { eachBeta, type Lint } from './lint.ts';

/** Keys that say more about a beta than an undocumented one may claim. */
const CLAIMS = ['conflicts', 'traps', 'models', 'migration', 'selects', 'released'] as const;

/** Links lead to a page about the thing, and a beta that nobody documents claims nothing more than that. */
export const docLinks: Lint = {
  name: 'doc-links',
  *check(sources) {
    for (const source of sources.features) {
      const { docs } = source.data;
      if (docs && isBare(docs))
        yield source.problem(
          ['docs'],
          'doc-links',
          `\`${docs}\` is a whole site, not a page`,
          'link the page about the feature',
        );
    }
    for (const { source, beta, path } of eachBeta(sources)) {
      for (const key of ['docs', 'migration'] as const) {
        const link = beta[key];
        if (link && isBare(link))
          yield source.problem(
            [...path, key],
            'doc-links',
            `\`${link}\` is a whole site, not a page`,
            'link the page that says it',
          );
      }
      if (!beta.undocumented) continue;
      for (const key of CLAIMS) {
        if (beta[key] === undefined) continue;
        yield source.problem(
          [...path, key],
          'doc-links',
          `\`${beta.id}\` is undocumented and yet has \`${key}\``,
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

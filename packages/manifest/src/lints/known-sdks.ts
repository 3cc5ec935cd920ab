import { compareVersions } from '@beta-headers/grammar';
import { type Lint, listBetas, listEntries } from './lint.ts';

/** A first release is not newer than the releases that were read, which sdks.yaml lists. */
export const knownSdks: Lint = {
  name: 'known-sdks',
  *check(sources) {
    const newest = new Map(
      listEntries(sources, 'sdks').map(({ data }) => [data.language as string, data.newest]),
    );
    if (newest.size === 0) return;
    for (const { source, beta, path } of listBetas(sources)) {
      if (source.overlay) continue;
      for (const [language, version] of Object.entries(beta.sdk?.since ?? {})) {
        // The releases of the TypeScript SDK are in sources.yaml.
        if (language === 'typescript') continue;
        const read = newest.get(language);
        if (read !== undefined && compareVersions(version, read) <= 0) continue;
        yield source.problem(
          [...path, 'sdk', 'since', language],
          'known-sdks',
          read === undefined
            ? `sdks.yaml does not say which releases of the ${language} SDK were read`
            : `${version} is later than ${read}, the newest release of the ${language} SDK that ` +
                'was read',
          'read its tags with `npm run sync -- --languages DIR`, which writes both',
        );
      }
    }
  },
};

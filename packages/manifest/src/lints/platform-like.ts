import { findCycle, type Lint, listEntries, suggestName } from './lint.ts';

/** A platform follows another one that exists, and the chain has no cycle. */
export const platformLike: Lint = {
  name: 'platform-like',
  *check(sources) {
    const known = sources.known.platforms;
    if (!known) return;
    const next = new Map(
      listEntries(sources, 'platforms').map(({ data }) => [data.id, data.like?.platform]),
    );
    for (const { file, data, path } of listEntries(sources, 'platforms')) {
      if (!data.like) continue;
      const at = [...path, 'like', 'platform'];
      const { platform } = data.like;
      if (!known.has(platform)) {
        yield file.problem(
          at,
          'platform-like',
          `platforms.yaml has no platform \`${platform}\``,
          suggestName(platform, known),
        );
        continue;
      }
      const cycle = findCycle(data.id, next);
      if (cycle)
        yield file.problem(
          at,
          'platform-like',
          `the platforms follow each other in a cycle: ${cycle.join(' → ')}`,
          'remove `like` from the platform that has claims of its own',
        );
    }
  },
};

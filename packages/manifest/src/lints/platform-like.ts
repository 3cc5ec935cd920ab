import { type Lint, listEntries, suggestName } from './lint.ts';

/** A platform follows another one that exists, and none follows itself in the end. */
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
      const circle = circleFrom(data.id, next);
      if (circle)
        yield file.problem(
          at,
          'platform-like',
          `the platforms follow each other in a circle: ${circle.join(' → ')}`,
          'remove `like` from the one whose claims are written out',
        );
    }
  },
};

function circleFrom(
  start: string,
  next: ReadonlyMap<string, string | undefined>,
): string[] | undefined {
  const chain = [start];
  for (let id = next.get(start); id !== undefined; id = next.get(id)) {
    if (id === start) return [...chain, id];
    if (chain.includes(id)) return undefined;
    chain.push(id);
  }
  return undefined;
}

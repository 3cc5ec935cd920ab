import type { Change } from './changelog.ts';

const TYPES = ['none', 'patch', 'minor', 'major'] as const;

/**
 * Computes the version that the changesets imply; undefined if they name no package. Before 1.0.0 a
 * `major` change raises the minor version, which `^0.1` does not accept.
 */
export function computeVersion(current: string, changesets: readonly Change[]): string | undefined {
  const heaviest = Math.max(
    0,
    ...changesets.flatMap(({ releases }) =>
      releases.map(({ type }) => TYPES.indexOf(type as (typeof TYPES)[number])),
    ),
  );
  const [major = 0, minor = 0, patch = 0] = (current.split('-')[0] ?? '').split('.').map(Number);
  switch (TYPES[heaviest]) {
    case 'patch':
      return `${major}.${minor}.${patch + 1}`;
    case 'minor':
      return `${major}.${minor + 1}.0`;
    case 'major':
      return major === 0 ? `0.${minor + 1}.0` : `${major + 1}.0.0`;
    default:
      return undefined;
  }
}

/** Compares the release as read here with the files that tools/sync wrote. */
import { compilePath } from './coverage.ts';
import type { Written } from './manifest-files.ts';
import type { SurfaceEntry } from './surface.ts';
import type { Method } from './union-and-methods.ts';

/** Lists the parts of a release that tools/sync recorded. */
export function listComparableParts(written: Written | undefined): string[] {
  return (['union', 'methods', 'surface'] as const).filter((part) => written?.[part] !== undefined);
}

/** Lists the differences, one line each. Parts that were not recorded are not compared. */
export function compareWith(
  written: Written,
  union: readonly string[],
  methods: readonly Method[],
  surface: readonly SurfaceEntry[],
): string[] {
  return [
    ...(written.union ? findDifferences('the union', union, written.union) : []),
    ...(written.methods
      ? findDifferences(
          'the default of',
          methods.map(formatMethod),
          listSdkMethods(written.methods),
        )
      : []),
    ...(written.surface ? findSurfaceDifferences(written.surface, surface) : []),
  ];
}

const formatMethod = ({ endpoint, betas }: Method): string =>
  `${endpoint} (${[...betas].sort().join(', ')})`;

function listSdkMethods(methods: NonNullable<Written['methods']>): string[] {
  return (
    methods
      // A helper sends through another method, which is already counted.
      .filter(({ defaults, helper }) => defaults.length > 0 && !helper)
      .map(({ endpoint, defaults }) =>
        formatMethod({
          name: '',
          endpoint: endpoint.replaceAll(/\{[^}]*\}/g, '{}'),
          betas: defaults,
        }),
      )
  );
}

/**
 * Finds differences between the surfaces. Recorded entries inside another entry may be missing
 * here, because this reader does not look into them.
 */
function findSurfaceDifferences(
  theirs: NonNullable<Written['surface']>,
  mine: readonly SurfaceEntry[],
): string[] {
  const isSame = ({ path, value }: SurfaceEntry, { at, is }: (typeof theirs)[number]): boolean =>
    (is === undefined ? undefined : String(is)) === value &&
    at.some((pattern) => compilePath(pattern).test(path));
  const missing = mine.filter((entry) => !theirs.some((other) => isSame(entry, other)));
  const unseen = theirs.filter(
    (other) => (other.within ?? []).length === 0 && !mine.some((entry) => isSame(entry, other)),
  );
  return [
    ...missing.map(
      ({ declared, path, value }) =>
        `the surface lacks ${declared} at ${path}${value === undefined ? '' : ` = ${value}`}`,
    ),
    ...unseen.map(
      ({ entry, at }) => `the surface has ${entry} at ${at.join(', ')}, which is not seen here`,
    ),
  ];
}

/** Compares the lists as multisets, because two methods may share an endpoint. */
function findDifferences(
  what: string,
  mine: readonly string[],
  theirs: readonly string[],
): string[] {
  const count = (list: readonly string[], item: string): number =>
    list.filter((other) => other === item).length;
  return [...new Set([...mine, ...theirs])].sort().flatMap((item) => {
    const [here, there] = [count(mine, item), count(theirs, item)];
    return here === there ? [] : [`${what} ${item}: ${here} here, ${there} there`];
  });
}

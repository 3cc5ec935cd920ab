import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { root } from '../../toolchain/lib/root.ts';
import { type Package, readPackages } from '../../toolchain/lib/workspace.ts';

/** A file with a version in it. */
export interface Versioned {
  readonly file: string;
  readonly version: string;
}

/**
 * Finds each package.json, jsr.json, deno.json, constant or site whose version differs from the
 * rest.
 */
export function findDifferentVersions(
  base: string = root,
  packages: readonly Package[] = readPackages(base),
  more: readonly Versioned[] = readOtherVersions(base),
): string[] {
  const published = packages.filter((one) => one.onNpm || one.jsr);
  const all: Versioned[] = [
    ...published.flatMap((one) => [
      ...(one.onNpm ? [{ file: join(one.folder, 'package.json'), version: one.json.version }] : []),
      ...(one.jsr ? [{ file: one.jsr.file, version: one.jsr.json.version }] : []),
    ]),
    ...more,
  ];
  const first = all[0];
  return all
    .filter((one) => one.version !== first?.version)
    .map(
      (one) =>
        `${relative(base, one.file)} has ${one.version}, ` +
        `${relative(base, first?.file ?? '')} has ${first?.version}: run \`npm run ` +
        'release:version`',
    );
}

/** Reads the constant VERSION, the site, and the last release of the manifest if there is one. */
function readOtherVersions(base: string): Versioned[] {
  const json = (path: string): Versioned => {
    const file = join(base, path);
    return {
      file,
      version: (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version,
    };
  };
  const constant = join(base, 'packages/constants/src/generated/version.ts');
  return [
    {
      file: constant,
      version: /VERSION = '([^']*)'/.exec(readFileSync(constant, 'utf8'))?.[1] ?? 'none',
    },
    json('docs/package.json'),
    ...(existsSync(join(base, 'packages/manifest/released.json'))
      ? [json('packages/manifest/released.json')]
      : []),
  ];
}

import { join, relative } from 'node:path';
import { root } from '../../toolchain/lib/root.ts';
import { type Package, readPackages } from '../../toolchain/lib/workspace.ts';

/** Says which package.json, jsr.json or deno.json has another version than the rest; nothing when all are equal. */
export function differentVersions(packages: readonly Package[] = readPackages()): string[] {
  const published = packages.filter((one) => one.onNpm || one.jsr);
  const all = published.flatMap((one) => [
    ...(one.onNpm ? [{ file: join(one.folder, 'package.json'), version: one.json.version }] : []),
    ...(one.jsr ? [{ file: one.jsr.file, version: one.jsr.json.version }] : []),
  ]);
  const first = all[0];
  return all
    .filter((one) => one.version !== first?.version)
    .map(
      (one) => `${relative(root, one.file)} has ${one.version}, ${relative(root, first?.file ?? '')} has ${first?.version}: run \`npm run release:version\``,
    );
}

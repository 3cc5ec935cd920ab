/** Gets a release from npm, from a tarball, or from an unpacked folder. */
import { readFileSync, statSync } from 'node:fs';
import { SyncError } from '../sync-error.ts';
import { readFolder } from './folder.ts';
import { matchesIntegrity } from './integrity.ts';
import type { Release, Wanted } from './release.ts';

export { isSdkFile, SDK } from './release.ts';

/** The place of a release: a file or folder, a version, or neither for the newest. */
export interface Wish {
  readonly version?: string | undefined;
  readonly tarball?: string | undefined;
}

/** Gets the requested release. None of its code runs. */
export async function getRelease(name: string, wish: Wish, wanted: Wanted): Promise<Release> {
  if (wish.tarball === undefined) {
    const { fetchRelease, fetchLatestVersion } = await import('./npm.ts');
    return fetchRelease(name, wish.version ?? (await fetchLatestVersion(name)), wanted);
  }
  const found = statSync(wish.tarball, { throwIfNoEntry: false });
  if (!found) throw new SyncError(`--tarball ${wish.tarball}: there is no such file.`);
  const release = found.isDirectory()
    ? readFolder(wish.tarball, wanted)
    : await (await import('./tarball.ts')).readTarball(
        readFileSync(wish.tarball),
        wish.tarball,
        wanted,
      );
  if (release.name !== name)
    throw new SyncError(`--tarball ${wish.tarball}: this is ${release.name}, not ${name}.`);
  if (wish.version !== undefined && wish.version !== release.version) {
    throw new SyncError(
      `--tarball ${wish.tarball} is ${release.version}, and --sdk asks for ` +
        `${wish.version}. Leave one of the two out.`,
    );
  }
  return release;
}

/** Tests if a file is the tarball with this integrity. */
export function isTarball(path: string, integrity: string | undefined): boolean {
  const found = statSync(path, { throwIfNoEntry: false });
  return (
    integrity !== undefined &&
    found?.isFile() === true &&
    matchesIntegrity(readFileSync(path), integrity)
  );
}

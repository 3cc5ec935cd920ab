import { SyncError } from '../sync-error.ts';

/** Reads the name and the version in a package.json. Its scripts are not used. */
export function readPackage(
  files: ReadonlyMap<string, string>,
  from: string,
): { name: string; version: string } {
  const text = files.get('package.json');
  if (text === undefined)
    throw new SyncError(
      `${from}: there is no package.json in it. Give the tarball of a published package.`,
    );
  let parsed: { name?: unknown; version?: unknown };
  try {
    parsed = JSON.parse(text) as typeof parsed;
  } catch (error) {
    throw new SyncError(`${from}: package.json is not JSON (${(error as Error).message}).`);
  }
  const { name, version } = parsed;
  if (
    typeof name !== 'string' ||
    typeof version !== 'string' ||
    !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version)
  ) {
    throw new SyncError(
      `${from}: package.json has no name and version (name: ${String(name)}, version: ` +
        `${String(version)}).`,
    );
  }
  return { name, version };
}

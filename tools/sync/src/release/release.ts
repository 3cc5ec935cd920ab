/** The package whose releases the manifest follows. */
export const SDK = '@anthropic-ai/sdk';

/**
 * A release of a package as text in memory: nothing of it was written to disk, and nothing of it is
 * ever run.
 */
export interface Release {
  /** The package's own name, from its package.json. */
  readonly name: string;
  readonly version: string;
  /** Its origin, for people: `npm` or the file that was given. */
  readonly from: string;
  /** `sha512-…` of the tarball; a folder has none. */
  readonly integrity?: string;
  /**
   * Text by path inside the package, with forward slashes: `src/client.ts`. Only files that
   * somebody reads.
   */
  readonly files: ReadonlyMap<string, string>;
}

/** Which files of a package are worth keeping in memory. */
export type Wanted = (path: string) => boolean;

/** The files that reading the Claude SDK needs: its TypeScript, its changelog, its name. */
export const isSdkFile: Wanted = (path) =>
  path === 'package.json' ||
  path === 'CHANGELOG.md' ||
  (path.startsWith('src/') && /\.[mc]?ts$/.test(path));

/**
 * The files that looking for string literals needs: TypeScript where the package has it, JavaScript
 * where not.
 */
export const isSourceFile: Wanted = (path) =>
  path === 'package.json' || /\.([mc]?[jt]s|json)$/.test(path);

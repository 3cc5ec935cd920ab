/** The package whose releases the manifest follows. */
export const SDK = '@anthropic-ai/sdk';

/** A release of a package as text in memory: nothing is written to disk, and no code runs. */
export interface Release {
  /** The package's own name, from its package.json. */
  readonly name: string;
  readonly version: string;
  /** Its origin, for messages: `npm` or the given file. */
  readonly from: string;
  /** `sha512-…` of the tarball; a folder has none. */
  readonly integrity?: string;
  /**
   * Text by path inside the package, with forward slashes: `src/client.ts`. Only the files that
   * were requested.
   */
  readonly files: ReadonlyMap<string, string>;
}

/** Selects the files of a package to keep in memory. */
export type Wanted = (path: string) => boolean;

/** Selects the files to read of the Claude SDK: its sources, its texts and package.json. */
export const isSdkFile: Wanted = (path) =>
  path === 'package.json' ||
  /^[^/]+\.md$/.test(path) ||
  /^examples\/.*\.([mc]?[jt]s|md)$/.test(path) ||
  /^src\/.*\.([mc]?[jt]s|json)$/.test(path);

/** Selects the files to search for string literals: TypeScript or JavaScript. */
export const isSourceFile: Wanted = (path) =>
  path === 'package.json' || /\.([mc]?[jt]s|json)$/.test(path);

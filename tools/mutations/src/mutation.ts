/** One edit of a source file. */
export interface Mutation {
  /** The wrong behaviour, in the words of a test name. */
  readonly name: string;
  /** The package whose tests must fail. */
  readonly package: string;
  /** Relative to the root. */
  readonly file: string;
  /** The text to replace. It must occur exactly once in the file. */
  readonly find: string;
  readonly replace: string;
}

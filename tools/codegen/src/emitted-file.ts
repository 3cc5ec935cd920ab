/**
 * What an emitter gives back: a file of the repository, path with forward slashes from its root.
 */
export interface EmittedFile {
  readonly path: string;
  readonly content: string;
}

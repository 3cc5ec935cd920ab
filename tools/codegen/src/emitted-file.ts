/** A file that an emitter creates. The path is relative to the root, with forward slashes. */
export interface EmittedFile {
  readonly path: string;
  readonly content: string;
}

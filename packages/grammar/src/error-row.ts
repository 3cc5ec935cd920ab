/** The kinds of errors about betas, in a list that the manifest, the engine and the tools share. */

/** All kinds, in the order of lists. */
export const ERROR_KINDS = [
  'unsupported',
  'unsupported-unnamed',
  'missing',
  'not-enrolled',
  'empty-header',
  'conflict',
  'limited',
] as const;

/** The kind of an error about betas. */
export type ErrorKind = (typeof ERROR_KINDS)[number];

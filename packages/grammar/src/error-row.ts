/** The words for errors about betas, which the manifest, the engine and the tools share. */

/** The kinds of errors, in the order of lists. */
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

/**
 * Advice that replaces the default of a kind: the request does not use the value (`unused`), the
 * values are in the body (`leaked`), a bearer token needs a beta (`token`), the SDK's method does
 * not accept the field (`method`), the field was renamed (`renamed`), a policy of the organization
 * forbids the feature (`policy`), the server accepts no betas at all (`all`).
 */
export const ERROR_ADVICE = [
  'unused',
  'leaked',
  'token',
  'method',
  'renamed',
  'policy',
  'all',
] as const;

/** Advice that replaces the default of a kind. */
export type ErrorAdvice = (typeof ERROR_ADVICE)[number];

/**
 * A credential cannot be had: a file is missing, or a token expired. The message says which and
 * what to do. It goes to the client, so it must hold no part of a credential.
 */
export class CredentialError extends Error {
  /** Stable across bundles, unlike `instanceof`. */
  override readonly name = 'CredentialError';
}

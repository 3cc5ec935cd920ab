/** The error of a credential that cannot be had. */

/**
 * The reason for which there is no credential.
 *
 * - `library-missing`: an optional package is not installed
 * - `no-credentials`: no source of credentials has any
 * - `credentials-expired`: they are expired, and a person has to sign in again
 * - `key-file-missing`, `key-file-unreadable`, `key-file-empty`, `key-file-invalid`: the file of a
 *   key
 * - `refresh-failed`: the service that issues them did not answer, or refused
 */
export type CredentialErrorCode =
  | 'library-missing'
  | 'no-credentials'
  | 'credentials-expired'
  | 'key-file-missing'
  | 'key-file-unreadable'
  | 'key-file-empty'
  | 'key-file-invalid'
  | 'refresh-failed';

/** The reason for which there is no credential, and how to fix it. */
interface CredentialErrorReason {
  readonly code: CredentialErrorCode;
  readonly fix: string;
}

/**
 * Thrown by a signer if no credential can be had: a file is missing, or a token expired. The
 * message says which and what to do. It goes to the client, so it must hold no part of a
 * credential.
 */
export class CredentialError extends Error {
  /** Stable across bundles, unlike `instanceof`. */
  override readonly name = 'CredentialError';
  /** The reason, if a signer of this package threw the error. */
  readonly code: CredentialErrorCode | undefined;
  /** Describes how to fix it. Also the end of the message. */
  readonly fix: string | undefined;

  constructor(message: string, reason?: CredentialErrorReason) {
    super(reason ? `${message}; ${reason.fix}` : message);
    this.code = reason?.code;
    this.fix = reason?.fix;
  }
}

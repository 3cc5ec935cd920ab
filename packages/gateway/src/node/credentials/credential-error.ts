/** The error of a credential that cannot be had, with its reason. */
import { CredentialError as AnyCredentialError } from '../../upstream/credential-error.ts';

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

/** Thrown by a signer if no credential can be had. The message contains the fix and no secret. */
export class CredentialError extends AnyCredentialError {
  readonly code: CredentialErrorCode;
  /** Describes how to fix it. */
  readonly fix: string;

  constructor(code: CredentialErrorCode, message: string, fix: string) {
    super(`${message}; ${fix}`);
    this.code = code;
    this.fix = fix;
  }
}

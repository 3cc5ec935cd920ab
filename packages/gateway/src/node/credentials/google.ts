/** Authenticates requests for Google Cloud. */
import type { Signer } from '../../types.ts';
import { CredentialError } from './credential-error.ts';
import { type ErrorKind, importOptional, toCredentialError } from './library-error.ts';
import { describeFileError } from './secret-file.ts';

/** A client of `google-auth-library`. It keeps its token and refreshes it before its end. */
export interface GoogleClient {
  getRequestHeaders(): Promise<Headers>;
}

/** The part of `google-auth-library` that is used. */
export interface GoogleLibrary {
  readonly GoogleAuth: new (options: {
    scopes: string[];
    keyFilename?: string;
  }) => { getClient(): Promise<GoogleClient> };
}

/** Options of {@link createGoogleSigner}. */
export interface GoogleSignerOptions {
  /** The path of a key file. Default: the application default credentials. */
  readonly keyFile?: string | undefined;
  /** Loads the library. Default: imports `google-auth-library`. */
  readonly load?: (() => Promise<GoogleLibrary>) | undefined;
}

const SCOPE = 'https://www.googleapis.com/auth/cloud-platform';
const PACKAGE = 'google-auth-library';

/** Creates a signer with the application default credentials of Google, or a key file. */
export function createGoogleSigner(options: GoogleSignerOptions = {}): Signer {
  const { keyFile, load = () => import('google-auth-library') } = options;
  let client: Promise<GoogleClient> | undefined;
  const openClient = async (): Promise<GoogleClient> => {
    const { GoogleAuth } = await importOptional<GoogleLibrary>(PACKAGE, load);
    const auth = new GoogleAuth({ scopes: [SCOPE], ...(keyFile && { keyFilename: keyFile }) });
    return auth.getClient();
  };
  return async () => {
    try {
      client ??= openClient();
      const headers = await (await client).getRequestHeaders();
      if (!headers.has('authorization'))
        throw new CredentialError('no-credentials', 'Google: there is no token', LOGIN);
      return Object.fromEntries(headers);
    } catch (error) {
      // The next request tries again, with files that may have changed.
      client = undefined;
      throw describeError(error, keyFile);
    }
  };
}

const LOGIN =
  'run `gcloud auth application-default login`, or set GOOGLE_APPLICATION_CREDENTIALS to the ' +
  'path of a key file';

const KINDS: readonly ErrorKind[] = [
  { words: /invalid_grant|invalid_rapt|expired|revoked/i, code: 'credentials-expired', fix: LOGIN },
  {
    words: /default credentials|could not load|no project|unable to detect/i,
    code: 'no-credentials',
    fix: LOGIN,
  },
];

function describeError(error: unknown, keyFile: string | undefined): CredentialError {
  const { code } = Object(error) as { code?: unknown };
  const isFileError = typeof code === 'string' && /^E(?:NOENT|ACCES|PERM|ISDIR|NOTDIR)$/.test(code);
  if (keyFile !== undefined && isFileError) return describeFileError(keyFile, error);
  if (error instanceof SyntaxError)
    return new CredentialError(
      'key-file-invalid',
      `the file ${keyFile ?? 'in GOOGLE_APPLICATION_CREDENTIALS'} is not JSON`,
      'give a key file that Google Cloud made',
    );
  return toCredentialError('Google', error, KINDS, `check the network, or ${LOGIN}`);
}

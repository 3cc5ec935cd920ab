/** Authenticates requests for Google Cloud. */
import type { Signer } from '../../types.ts';
import { CredentialError } from '../../upstream/credential-error.ts';
import { type ErrorKind, importOptional, toCredentialError } from './library-error.ts';
import { readSecretFile } from './secret-file.ts';

/** A client of `google-auth-library`. It keeps its token and refreshes it before its end. */
export interface GoogleClient {
  getRequestHeaders(): Promise<Headers>;
}

/** The part of `google-auth-library` that is used. */
export interface GoogleLibrary {
  readonly GoogleAuth: new (options: {
    scopes: string[];
  }) => { getClient(): Promise<GoogleClient> };
  readonly JWT: new (options: { email: string; key: string; scopes: string[] }) => GoogleClient;
}

/** Options of {@link createGoogleSigner}. */
export interface GoogleSignerOptions {
  /**
   * The path of the key file of a service account. It is read again when it changes. Default: the
   * application default credentials.
   */
  readonly keyFile?: string | undefined;
  /** Loads the library. Default: imports `google-auth-library`. */
  readonly load?: (() => Promise<GoogleLibrary>) | undefined;
}

const SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];
const PACKAGE = 'google-auth-library';

/**
 * Creates a signer with the application default credentials of Google, or a key file. The signer
 * rejects with a `CredentialError` if `google-auth-library` is not installed or has no credential.
 */
export function createGoogleSigner(options: GoogleSignerOptions = {}): Signer {
  const { keyFile, load = () => import('google-auth-library') } = options;
  let current: { readonly key: string; readonly client: Promise<GoogleClient> } | undefined;
  const openClient = async (key: string): Promise<GoogleClient> => {
    const { GoogleAuth, JWT } = await importOptional<GoogleLibrary>(PACKAGE, load);
    if (keyFile === undefined) return new GoogleAuth({ scopes: SCOPES }).getClient();
    return new JWT({ ...parseKey(keyFile, key), scopes: SCOPES });
  };
  return async () => {
    try {
      const key = keyFile === undefined ? '' : await readSecretFile(keyFile);
      if (current?.key !== key) current = { key, client: openClient(key) };
      const headers = await (await current.client).getRequestHeaders();
      if (!headers.has('authorization'))
        throw new CredentialError('Google: there is no token', {
          code: 'no-credentials',
          fix: LOGIN,
        });
      return Object.fromEntries(headers);
    } catch (error) {
      // The next request tries again, with files that may have changed.
      current = undefined;
      throw toCredentialError('Google', error, KINDS, `check the network, or ${LOGIN}`);
    }
  };
}

/**
 * Reads the key of a service account. Other kinds of files may name programs and addresses, so they
 * are read by the library alone, from the place that Google's tools write them to.
 */
function parseKey(file: string, text: string): { email: string; key: string } {
  const { type, client_email: email, private_key: key } = readJson(text);
  if (type === 'service_account' && typeof email === 'string' && typeof key === 'string')
    return { email, key };
  throw new CredentialError(`the file ${file} is not the key of a service account`, {
    code: 'key-file-invalid',
    fix:
      'give one that Google Cloud made, or leave `keyFile` out and set ' +
      'GOOGLE_APPLICATION_CREDENTIALS to the path',
  });
}

function readJson(text: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(text)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
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

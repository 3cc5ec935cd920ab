/** Authenticates requests for Azure. */
import type { Signer } from '../../types.ts';
import { CredentialError } from '../../upstream/credential-error.ts';
import { createExpiringValue } from './expiring-value.ts';
import { type ErrorKind, importOptional, toCredentialError } from './library-error.ts';

/** A credential of `@azure/identity`. */
export interface AzureCredential {
  getToken(
    scope: string,
  ): Promise<{ readonly token: string; readonly expiresOnTimestamp: number } | null>;
}

/** The part of `@azure/identity` that is used. */
export interface AzureLibrary {
  readonly DefaultAzureCredential: new (options: {
    tenantId?: string;
    managedIdentityClientId?: string;
  }) => AzureCredential;
}

/** Options of {@link createAzureSigner}. */
export interface AzureSignerOptions {
  /** The id of the tenant. Default: that of the credential. */
  readonly tenant?: string | undefined;
  /** The id of the client of a managed identity. */
  readonly client?: string | undefined;
  /** The scope of the token. Default: `https://ai.azure.com/.default`. */
  readonly scope?: string | undefined;
  /** Loads the library. Default: imports `@azure/identity`. */
  readonly load?: (() => Promise<AzureLibrary>) | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

const PACKAGE = '@azure/identity';

/**
 * Creates a signer with the default credential of Azure. The signer rejects with a
 * `CredentialError` if `@azure/identity` is not installed or has no credential.
 */
export function createAzureSigner(options: AzureSignerOptions = {}): Signer {
  const { tenant, client, scope = 'https://ai.azure.com/.default', now = Date.now } = options;
  const load = options.load ?? (() => import('@azure/identity'));
  let credential: Promise<AzureCredential> | undefined;
  const openCredential = async (): Promise<AzureCredential> => {
    const { DefaultAzureCredential } = await importOptional<AzureLibrary>(PACKAGE, load);
    return new DefaultAzureCredential({
      ...(tenant && { tenantId: tenant }),
      ...(client && { managedIdentityClientId: client }),
    });
  };
  const readToken = createExpiringValue<string>({
    load: async () => {
      try {
        credential ??= openCredential();
        const made = await (await credential).getToken(scope);
        if (!made)
          throw new CredentialError('Azure: there is no token', {
            code: 'no-credentials',
            fix: LOGIN,
          });
        return { value: made.token, expiresAt: made.expiresOnTimestamp };
      } catch (error) {
        credential = undefined;
        throw toCredentialError('Azure', error, KINDS, `check the network, or ${LOGIN}`);
      }
    },
    describeExpired: () =>
      new CredentialError("Azure's token is expired", { code: 'credentials-expired', fix: LOGIN }),
    now,
  });
  return async () => ({ authorization: `Bearer ${await readToken()}` });
}

const LOGIN =
  'run `az login`, or set AZURE_TENANT_ID, AZURE_CLIENT_ID and AZURE_CLIENT_SECRET, or use an ' +
  'API key of the resource';

const KINDS: readonly ErrorKind[] = [
  {
    words: /AADSTS(?:700082|70043|50173|700084|50078)|expired/i,
    code: 'credentials-expired',
    fix: LOGIN,
  },
  {
    words: /CredentialUnavailable|ChainedTokenCredential|DefaultAzureCredential|az login/i,
    code: 'no-credentials',
    fix: LOGIN,
  },
];

/** Signs requests for AWS (SigV4). */
import { createHash } from 'node:crypto';
import { AwsV4Signer } from 'aws4fetch';
import type { SignableRequest, Signer } from '../../types.ts';
import { CredentialError } from '../../upstream/credential-error.ts';
import { createExpiringValue } from './expiring-value.ts';
import { type ErrorKind, importOptional, toCredentialError } from './library-error.ts';

/** Credentials of AWS, in the form of its SDK. */
export interface AwsCredentials {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string | undefined;
  readonly expiration?: Date | undefined;
}

/** The part of `@aws-sdk/credential-provider-node` that is used. */
export interface AwsLibrary {
  defaultProvider(options: {
    readonly profile?: string;
    readonly ignoreCache?: boolean;
  }): () => Promise<AwsCredentials>;
}

/** The names of the services in a signature. */
export type AwsService = 'bedrock' | 'bedrock-mantle' | 'aws-external-anthropic';

/** Options of {@link createAwsSigner}. */
export interface AwsSignerOptions {
  readonly service: AwsService;
  readonly region: string;
  /** The profile of AWS's configuration files. Default: the provider chain chooses. */
  readonly profile?: string | undefined;
  /** Fixed credentials, or a function that returns the current ones. Default: AWS's chain. */
  readonly credentials?: AwsCredentials | (() => Promise<AwsCredentials>) | undefined;
  /** More headers, which are sent and signed. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** The environment, which is read for keys first, as Anthropic's clients do. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
  /** Loads the library. Default: imports `@aws-sdk/credential-provider-node`. */
  readonly load?: (() => Promise<AwsLibrary>) | undefined;
  /** The clock, in milliseconds since 1970. */
  readonly now?: (() => number) | undefined;
}

/**
 * Creates a signer with AWS's provider chain: environment, profiles, SSO, web identity, containers,
 * instances. The credentials are kept, and refreshed before their end.
 */
export function createAwsSigner(options: AwsSignerOptions): Signer {
  const { service, region, headers = {}, now = Date.now } = options;
  const readCredentials = createExpiringValue<AwsCredentials>({
    load: async () => {
      const value = await loadCredentials(options);
      return { value, expiresAt: value.expiration?.getTime() };
    },
    describeExpired: () =>
      new CredentialError('the AWS credentials are expired', {
        code: 'credentials-expired',
        fix: suggestLogin(options.profile),
      }),
    now,
  });
  const keys = new Map<string, ArrayBuffer>();
  return async (request) => {
    const credentials = await readCredentials();
    // The cache of derived keys needs one entry a day.
    if (keys.size > 8) keys.clear();
    const signer = new AwsV4Signer({
      ...pickKeys(credentials),
      method: request.method,
      url: request.url,
      headers: selectHeaders(request, headers),
      service,
      region,
      cache: keys,
      datetime: formatTime(now()),
      allHeaders: true,
    });
    const signed = await signer.sign();
    const names = ['authorization', 'x-amz-date', 'x-amz-security-token', 'x-amz-content-sha256'];
    const made = names.flatMap((name) => {
      const value = signed.headers.get(name);
      return value === null ? [] : [[name, value] as const];
    });
    return { ...headers, ...Object.fromEntries(made) };
  };
}

/**
 * Selects the headers that are signed: those that AWS requires, and Anthropic's. A proxy may change
 * any other header on the way.
 */
function selectHeaders(request: SignableRequest, more: Readonly<Record<string, string>>): Headers {
  const selected = new Headers();
  for (const [name, value] of request.headers)
    if (name === 'content-type' || name.startsWith('anthropic-')) selected.set(name, value);
  for (const [name, value] of Object.entries(more)) selected.set(name, value);
  const hash = createHash('sha256').update(request.body ?? '');
  // With this header, the signer needs no body.
  selected.set('x-amz-content-sha256', hash.digest('hex'));
  return selected;
}

/** The part of credentials that signs. */
interface Keys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken?: string;
}

function pickKeys({ accessKeyId, secretAccessKey, sessionToken }: AwsCredentials): Keys {
  return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
}

/** Formats a time as `20261130T120000Z`. */
const formatTime = (ms: number): string => new Date(ms).toISOString().replace(/[:-]|\.\d{3}/g, '');

const PACKAGE = '@aws-sdk/credential-provider-node';

async function loadCredentials(options: AwsSignerOptions): Promise<AwsCredentials> {
  const { credentials, profile, env = process.env } = options;
  if (typeof credentials === 'object') return credentials;
  try {
    if (credentials) return await credentials();
    // With AWS_PROFILE, the chain ignores keys of the environment; Anthropic's clients use them.
    const fromEnv = profile === undefined ? readEnvironment(env) : undefined;
    if (fromEnv) return fromEnv;
    const load = options.load ?? (() => import('@aws-sdk/credential-provider-node'));
    const { defaultProvider } = await importOptional(PACKAGE, load);
    // The library would never read its files again otherwise.
    const provider = defaultProvider({ ignoreCache: true, ...(profile && { profile }) });
    return await provider();
  } catch (error) {
    const login = suggestLogin(profile);
    throw toCredentialError('AWS', error, describeKinds(login), `check the network, or ${login}`);
  }
}

function readEnvironment(
  env: Readonly<Record<string, string | undefined>>,
): AwsCredentials | undefined {
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = env;
  if (!accessKeyId || !secretAccessKey) return undefined;
  const end = env['AWS_CREDENTIAL_EXPIRATION'];
  return {
    accessKeyId,
    secretAccessKey,
    sessionToken: env['AWS_SESSION_TOKEN'] || undefined,
    expiration: end && !Number.isNaN(Date.parse(end)) ? new Date(end) : undefined,
  };
}

const suggestLogin = (profile: string | undefined): string =>
  `sign in again, such as with \`aws sso login${profile ? ` --profile ${profile}` : ''}\``;

const describeKinds = (login: string): ErrorKind[] => [
  { words: /expired|ExpiredToken|invalid_grant/i, code: 'credentials-expired', fix: login },
  {
    words: /profile.*(?:not be found|not found|could not)|could not resolve.*profile/i,
    code: 'no-credentials',
    fix: 'correct the name of the profile, or add it with `aws configure`',
  },
  {
    words: /CredentialsProviderError|could not load credentials/i,
    code: 'no-credentials',
    fix:
      'set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or configure a profile with ' +
      '`aws configure sso`, or use a Bedrock API key',
  },
];

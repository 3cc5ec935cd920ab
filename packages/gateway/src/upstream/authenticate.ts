/** Authenticates requests to upstreams. */
import { GatewayError } from '../answers/error.ts';
import type { ConfiguredUpstream } from '../options.ts';
import { findKinds, isSigned } from '../request/credentials.ts';
import type { Target } from '../request/target.ts';
import { CredentialError } from './credential-error.ts';

/** A request before it is authenticated. */
interface Unauthenticated {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly body: Uint8Array | string | undefined;
}

/**
 * Checks that the client's own credential may go to an upstream with the mode `passthrough`. A
 * signature covers the host, so it cannot be passed on.
 * @throws {GatewayError} if it may not
 */
export function checkPassthrough(
  headers: Headers,
  { search }: Target,
  { upstream, facts }: ConfiguredUpstream,
): void {
  if (isSigned(headers, search))
    throw new GatewayError(
      'client_credential',
      `the request is signed for another host (AWS SigV4), so upstream ${upstream.name} would ` +
        'reject it; configure the auth mode "sign", and switch signing off in the client, as with ' +
        'CLAUDE_CODE_SKIP_BEDROCK_AUTH=1',
    );
  const values = [search, ...headers.values()];
  const wrong = values.flatMap(findKinds).find((kind) => !facts.credentials.includes(kind));
  if (wrong)
    throw new GatewayError(
      'client_credential',
      `the client's credential is one of ${OWNERS[wrong]}, and upstream ${upstream.name} is on ` +
        `${upstream.platform}; configure the auth mode "replace" or "sign" for it`,
    );
}

const OWNERS = { amazon: 'AWS', anthropic: 'Anthropic', google: 'Google Cloud' } as const;

/**
 * Adds the upstream's credential to the headers of a request, which have none of the client.
 * @returns the headers; a copy if they are signed, so that the next attempt signs the same
 * @throws {GatewayError} if there is no credential
 */
export async function authenticate(
  request: Unauthenticated,
  { upstream }: ConfiguredUpstream,
): Promise<Headers> {
  const { auth, name } = upstream;
  if (auth.mode === 'passthrough') return request.headers;
  try {
    if (auth.mode === 'replace') {
      const value = typeof auth.value === 'string' ? auth.value : await auth.value();
      request.headers.set(auth.header, value);
      return request.headers;
    }
    const headers = new Headers(request.headers);
    const { body } = request;
    const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : body;
    const added = await auth.sign({ ...request, headers, body: bytes });
    for (const [key, value] of Object.entries(added)) headers.set(key, value);
    return headers;
  } catch (error) {
    // Only the message of a credential error is known to hold no secret.
    const isKnown = error instanceof Error && error.name === CredentialError.name;
    const reason = isKnown ? error.message : 'it could not be read';
    throw new GatewayError('upstream_credential', `no credential for upstream ${name}: ${reason}`);
  }
}

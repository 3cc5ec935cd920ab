/** Recognizes the credentials of clients, in headers and in the query. */

/** The operators of platforms whose credentials can be recognized. */
export type CredentialKind = 'amazon' | 'anthropic' | 'google';

/** Matches the names of headers that hold a credential, also those of other gateways. */
const NAME = new RegExp(
  [
    '^x-amz-',
    '^x-ms-token-',
    '^x-goog-(?:iam-|user-project$)',
    '(?:^|-)(?:authorization|auth|api-?key|virtual-?key|subscription-key|cookie|jwt)$',
    '(?:^|-)(?:access|auth|functions|private|secret)-key$',
    '(?:^|-)(?:access|api|auth|private|bearer|id|refresh|session|security)-token$',
    '(?:^|-)(?:assertion|passw(?:or)?d|secret)$',
    '^cf-access-client-',
    '^x-amzn-oidc-(?:accesstoken|data)$',
  ].join('|'),
);

/** The results for the names of headers. Clients can send any name, so a full cache is cleared. */
const names = new Map<string, boolean>();
const MAX_NAMES = 500;

/** Tests if a header holds a credential by its name, in lower case. */
export function isCredentialName(name: string): boolean {
  const known = names.get(name);
  if (known !== undefined) return known;
  const result = NAME.test(name);
  if (names.size >= MAX_NAMES) names.clear();
  names.set(name, result);
  return result;
}

/** Matches the credentials of each kind, anywhere in a value. */
const KINDS: { readonly [K in CredentialKind]: RegExp } = {
  anthropic: /sk-ant-/i,
  amazon: /AWS4-|\bABSK[\w+/=]{20}|bedrock-api-key-/i,
  google: /\bya29\.|\bAIza[\w-]{30}/,
};

/** Matches a signed token (JWT) as a whole value, such as one that a load balancer adds. */
const SIGNED_TOKEN = /^\s*eyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]{8,}=*\s*$/;

/** Matches a value that is a credential, under any name. */
export const CLIENT_CREDENTIAL: RegExp = new RegExp(
  [...Object.values(KINDS), SIGNED_TOKEN, /^\s*(?:bearer|basic)\s/]
    .map(({ source }) => source)
    .join('|'),
  'i',
);

/** Lists the kinds of credentials in a value. */
export function findKinds(value: string): CredentialKind[] {
  if (!CLIENT_CREDENTIAL.test(value)) return [];
  return (Object.keys(KINDS) as CredentialKind[]).filter((kind) => KINDS[kind].test(value));
}

/** Tests if a request is signed by AWS's method, in a header or in the query. */
export const isSigned = (headers: Headers, search: string): boolean =>
  /^\s*AWS4-/i.test(headers.get('authorization') ?? '') || /[?&]x-amz-signature=/i.test(search);

/** Matches the name of a parameter of the query that holds a credential. */
const PARAMETER =
  /^(?:x-(?:amz|goog)-.*|(?:api[-_]?|access[-_]?|auth[-_]?|subscription-)?(?:key|token)|code|sig|signature|awsaccesskeyid)$/i;

/** Removes the credentials from a query, with its `?`. All else stays as received. */
export function removeCredentials(search: string): string {
  if (search.length < 2 || search === '?beta=true') return search;
  const parts = search.slice(1).split('&');
  const kept = parts.filter((part) => !isCredentialPart(part));
  if (kept.length === parts.length) return search;
  return kept.length > 0 ? `?${kept.join('&')}` : '';
}

function isCredentialPart(part: string): boolean {
  const [name = '', value = ''] = new URLSearchParams(part).entries().next().value ?? [];
  return PARAMETER.test(name) || CLIENT_CREDENTIAL.test(value);
}

/** Hides credentials in a request that is shown. */

/** The text in place of a credential. */
export const HIDDEN = '[hidden]';

/** Headers whose values are shown. All others may hold a credential or a cookie. */
const SHOWN_HEADERS: ReadonlySet<string> = new Set([
  'accept',
  'anthropic-beta',
  'anthropic-version',
  'content-type',
  'user-agent',
]);

/** Names of fields and parameters that hold credentials. */
const SECRET_NAME =
  /token|secret|passw|key|authorization|signature|credential|cookie|bearer|session/i;

/** Tests if the name of a field or a parameter says that its value is a credential. */
export const isSecretName = (name: string): boolean => SECRET_NAME.test(name);

/** Hides the values of headers that may hold a credential. */
export const redactHeaders = (headers: Iterable<readonly [string, string]>): [string, string][] =>
  [...headers].map(([name, value]) => [
    name,
    SHOWN_HEADERS.has(name.toLowerCase()) ? value : HIDDEN,
  ]);

/** Hides the texts in a body whose names say that they are credentials. */
export function redactBody(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return isSecretName(name) ? HIDDEN : value;
  if (Array.isArray(value)) return value.map((item: unknown) => redactBody(item, name));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, redactBody(item, key)]),
  );
}

/** Hides the password and the parameters of a URL that may be credentials. */
export function redactUrl(url: string): string {
  return url
    .replace(/^([a-z]+:\/\/)[^/@\s]*@/i, `$1${HIDDEN}@`)
    .replace(/([?&])([^=&#]*)=([^&#]*)/g, (whole, mark: string, name: string) =>
      isSecretName(name) ? `${mark}${name}=${HIDDEN}` : whole,
    );
}

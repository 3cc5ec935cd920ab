/** The version of the API in the body of a request. */

/** The versions that AWS and Google replace with one of their own. */
const OLD = new Set(['2023-01-01', '2023-06-01']);

/**
 * Chooses `anthropic_version`: the platform's own for the old versions of the API, else the version
 * of the header, as in the official clients since 1.0. A newer version has features without a beta.
 */
export function chooseVersion(headers: Headers, ofPlatform: string): string {
  const version = headers.get('anthropic-version')?.trim() ?? '';
  return version === '' || OLD.has(version) ? ofPlatform : version;
}

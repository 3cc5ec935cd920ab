/** Detects AWS signatures. */

/**
 * Tests if a request is signed with AWS Signature Version 4, in a header or in the query. The
 * signature covers the body and often the headers, so neither can be changed.
 */
export function isSigned(headers: Headers, url: string): boolean {
  return /^\s*AWS4-/i.test(headers.get('authorization') ?? '') || /[?&]X-Amz-Signature=/i.test(url);
}

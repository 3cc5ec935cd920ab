/** Digests of tarballs in the form of registries: `sha512-…`. */
import { createHash } from 'node:crypto';

/** Computes the integrity string of some bytes. */
export const computeIntegrity = (bytes: Uint8Array): string =>
  `sha512-${createHash('sha512').update(bytes).digest('base64')}`;

/**
 * Tests if the bytes have one of the digests of an integrity string (`sha512-… sha1-…`); only the
 * strongest algorithm counts.
 */
export function matchesIntegrity(bytes: Uint8Array, integrity: string): boolean {
  for (const algorithm of ['sha512', 'sha384', 'sha256']) {
    const digests = integrity.split(/\s+/).filter((part) => part.startsWith(`${algorithm}-`));
    if (digests.length > 0)
      return digests.includes(
        `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`,
      );
  }
  return false;
}

/** Base64 of bytes, with Web APIs that every runtime has. */

/** Divisible by three, so that the pieces join without padding between them. */
const PIECE = 30_000;

/** Encodes a text as UTF-8, and that as base64. Splits it, because calls take few arguments. */
export function encodeBase64(text: string): string {
  const bytes = new TextEncoder().encode(text);
  let encoded = '';
  for (let start = 0; start < bytes.length; start += PIECE)
    encoded += btoa(String.fromCharCode(...bytes.subarray(start, start + PIECE)));
  return encoded;
}

/**
 * Decodes base64 to text.
 * @throws {Error} if it is no base64
 */
export function decodeBase64(encoded: string): string {
  const binary = atob(encoded);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return new TextDecoder().decode(bytes);
}

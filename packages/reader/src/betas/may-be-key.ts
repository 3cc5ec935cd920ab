/** Recognises keys among the values of a header. */

/** Matches what no beta has: the beginning of a key, a long run without a hyphen, or a UUID. */
const KEY = /(?<![a-z\d])sk-|bearer|[^_.-]{20}|\d{9}|[\da-f]{8}(?:-[\da-f]{4}){3}-/i;

/** Tests if a value may be a key that was pasted by mistake. */
export const mayBeKey = (value: string): boolean => KEY.test(value);

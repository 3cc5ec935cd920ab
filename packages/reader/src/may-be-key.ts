/** Recognises keys among the values of a header. */

/** Matches what no beta has: the beginning of a key, or a long run without a hyphen. */
const KEY = /^sk-|bearer|[^_.-]{20}|\d{9}/i;

/** Tests if a value may be a key that was pasted by mistake. */
export const mayBeKey = (value: string): boolean => KEY.test(value);

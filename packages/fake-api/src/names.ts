/** Names in messages and records: suggestions for misspelt ones, and no secrets. */

/** A beta's name and its date, in any case and with any separator. */
const DATED = /^[a-z][\w.-]*[-_]20\d\d[-_]?\d\d[-_]?\d\d(?:-[a-z-]+)?$/i;
const DATE = /[-_]20\d\d[-_]?\d\d[-_]?\d\d(?!\d)/;
/** Signs of a key or a token. Before its date a beta's name has none of them. */
const SECRET = /^sk-|bearer|[^_.-]{20}|\d{5}|\d[a-z]+\d/i;
/** The start of an API key, wherever it is. */
const KEY = /\bsk-[\w-]{12,}/g;

/**
 * Formats a header value for display. Shows the name of a beta, even a misspelt one. Replaces any
 * other value by its length, because it may be a key or a prompt.
 */
export function showBeta(value: string, known: (value: string) => boolean): string {
  if (value === '' || known(value)) return value;
  const isName = value.length <= 64 && DATED.test(value) && !SECRET.test(value.replace(DATE, ''));
  return isName ? value : `(${value.length} characters, no beta)`;
}

/** Removes API keys from a path. */
export function hideKeys(path: string): string {
  return path.replace(KEY, (key) => `(${key.length} characters)`);
}

/**
 * Replaces control characters by `\uNNNN`, so that a text cannot start a line or move a cursor.
 * JSON stays JSON.
 */
export function escapeControls(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return `\\u${code.toString(16).padStart(4, '0')}`;
  });
}

/** Formats `; did you mean "x"?` with the nearest name. Returns an empty string if none is near. */
export function suggest(name: string, names: readonly string[]): string {
  const wanted = name.slice(0, 100).toLowerCase();
  const most = Math.max(2, Math.floor(wanted.length / 3));
  let best: { name: string; distance: number } | undefined;
  for (const candidate of names) {
    const distance = computeDistance(wanted, candidate.toLowerCase());
    if (distance <= most && distance < (best?.distance ?? Number.POSITIVE_INFINITY))
      best = { name: candidate, distance };
  }
  return best ? `; did you mean "${best.name}"?` : '';
}

/** Computes the Levenshtein distance of two short names. */
function computeDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * Rejects options that do not exist.
 * @throws {TypeError} with the nearest option
 */
export function checkOptionNames(subject: string, options: object, known: readonly string[]): void {
  for (const name of Object.keys(options))
    if (!known.includes(name))
      throw new TypeError(
        `${subject}: there is no option "${name}"` +
          (suggest(name, known) || `; the options are ${known.join(', ')}`),
      );
}

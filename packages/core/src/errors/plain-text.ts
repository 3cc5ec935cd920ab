/**
 * Removes the escapes of nested JSON, HTML pages, shells and logs from a text. Every regular
 * expression here takes linear time.
 */

const ENTITIES: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  lt: '<',
  gt: '>',
  amp: '&',
};

/**
 * Returns the text on one line and without escapes. A text longer than `max` is reduced to its
 * beginning and its end.
 */
export function toPlainText(text: string, max: number): string {
  const half = Math.floor(max / 2);
  const short =
    text.length > max ? `${text.slice(0, half)} ${text.slice(text.length - half)}` : text;
  return (
    short
      .replace(/&(?:#(\d{1,3})|#x([\da-f]{1,2})|(quot|apos|lt|gt|amp));/gi, (_, dec, hex, name) =>
        name
          ? (ENTITIES[name.toLowerCase()] as string)
          : String.fromCharCode(dec ? Number(dec) : Number.parseInt(hex, 16)),
      )
      .replace(/\\+/g, '\\')
      .replace(/\\u00(22|27|60)/g, (_, code: string) =>
        String.fromCharCode(Number.parseInt(code, 16)),
      )
      .replace(/\\[nrt]/g, ' ')
      // Markers of comment lines.
      .replace(/\n *(?:\*|\/\/|#) /g, ' ')
      .replace(/\\/g, '')
      .replace(/\s+/g, ' ')
      .trim()
  );
}

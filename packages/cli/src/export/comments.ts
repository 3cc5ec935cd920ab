/** Comments of generated files whose comments begin with `#`. */

/** Writes each text as a comment line. */
export function writeComment(...texts: readonly string[]): string[] {
  return texts.map((text) => `# ${text}`);
}

/** Writes a list with its count as comment lines; nothing if the list is empty. */
export function listComment(title: string, items: readonly string[]): string[] {
  if (items.length === 0) return [];
  return writeComment(`${title} (${items.length}):`, ...items.map((item) => `  ${item}`));
}

/** Escapes a text of the Catalog for one line of Markdown. Code in backticks keeps its meaning. */
export const escapeMarkdown = (text: string): string =>
  text
    .trim()
    .replace(/\s+/g, ' ')
    .split(/(`[^`\n]+`)/)
    .map((part, index) => (index % 2 === 0 ? part.replace(/[\\*[\]<>|~`]/g, '\\$&') : part))
    .join('');

/** Writes an address as a link. Nothing in it ends the link, because it is encoded. */
export const formatAddress = (address: string): string => `<${new URL(address).href}>`;

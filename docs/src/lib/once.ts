/** What was rendered before, by key, while the site is built. */
const rendered = new Map<string, Promise<string>>();

/** The HTML of a key, rendered where it is asked for first. */
export function once(key: string, render: () => Promise<string>): Promise<string> {
  const html = rendered.get(key) ?? render();
  rendered.set(key, html);
  return html;
}

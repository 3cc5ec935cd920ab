/** Makes elements from data. Text becomes text nodes only, so that pasted text is never HTML. */
type Child = Node | string | undefined | false;

/** Makes an element with attributes and children. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== undefined && child !== false));
  return element;
}

/** Makes a button. */
export function makeButton(
  text: string | Node,
  onClick: () => void,
  attributes: Readonly<Record<string, string>> = {},
): HTMLButtonElement {
  const element = h('button', { type: 'button', ...attributes }, text);
  element.addEventListener('click', onClick);
  return element;
}

/** Fills in the `{words}` of a text. */
export function fill(text: string, words: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (all, name: string) =>
    Object.hasOwn(words, name) ? String(words[name]) : all,
  );
}

/** Fills in the `{words}` of a text with elements. */
export function fillNodes(text: string, words: Readonly<Record<string, Node>>): (Node | string)[] {
  return text.split(/(\{\w+\})/).map((part) => words[part.slice(1, -1)] ?? part);
}

/** Copies a text to the clipboard. Returns true if that worked. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

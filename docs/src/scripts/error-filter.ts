/** `<bh-error-filter>`: hides errors without the words in it, and headings without errors. */
import { hasWords } from '../lib/word-filter.ts';

class ErrorFilterElement extends HTMLElement {
  connectedCallback(): void {
    const field = this.querySelector('input') as HTMLInputElement;
    field.addEventListener('input', () => this.#apply(field.value.trim()));
    // A browser that goes back restores the field.
    if (field.value) this.#apply(field.value.trim());
  }

  #apply(query: string): void {
    const content = this.parentElement as HTMLElement;
    for (const error of content.querySelectorAll<HTMLElement>('.error-shape, .error-rows li'))
      error.hidden = !hasWords(error.textContent ?? '', query);
    for (const rows of content.querySelectorAll<HTMLDetailsElement>('.error-rows')) {
      const found = rows.querySelector('li:not([hidden])') !== null;
      rows.hidden = !found;
      rows.open = query !== '' && found;
    }
    const found = [...content.querySelectorAll('h2')].filter((heading) => showGroup(heading));
    const status = this.querySelector('.error-count') as HTMLElement;
    status.textContent = found.length > 0 ? '' : (this.dataset['none'] ?? '');
  }
}

/** Shows the heading of a group and its lead if an error of the group is shown. */
function showGroup(heading: Element): boolean {
  const start = heading.closest('.sl-heading-wrapper') ?? heading;
  const leads: Element[] = [start];
  let found = false;
  for (let next = start.nextElementSibling; next; next = next.nextElementSibling) {
    if (next.matches('h2, .level-h2')) break;
    if (next.matches('.error-shape, .error-rows')) found ||= !(next as HTMLElement).hidden;
    else leads.push(next);
  }
  for (const lead of leads) (lead as HTMLElement).hidden = !found;
  return found;
}

customElements.define('bh-error-filter', ErrorFilterElement);

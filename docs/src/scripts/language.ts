/** `<bh-language>`: offers the page in the other language if the browser prefers that one. */
import { prefersOther } from '../lib/preferred-language.ts';

const KEY = 'bh-language-offer';
const DISMISSED = 'dismissed';

class LanguageElement extends HTMLElement {
  connectedCallback(): void {
    const { language = '' } = this.dataset;
    if (!prefersOther(navigator.languages, document.documentElement.lang, language)) return;
    if (read() === DISMISSED) return;
    this.querySelector('button')?.addEventListener('click', () => {
      this.hidden = true;
      write();
    });
    this.hidden = false;
  }
}

function read(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function write(): void {
  try {
    localStorage.setItem(KEY, DISMISSED);
  } catch {
    // Without storage the offer returns on the next page.
  }
}

customElements.define('bh-language', LanguageElement);

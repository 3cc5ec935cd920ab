/** `<bh-change-place data-months data-month>`: redirects an old link to a change to its month. */
import { findMonthAddress } from '../lib/changes/month-address.ts';

class ChangePlace extends HTMLElement {
  connectedCallback(): void {
    addEventListener('hashchange', this.#follow);
    void this.#follow();
  }
  disconnectedCallback(): void {
    removeEventListener('hashchange', this.#follow);
  }

  readonly #follow = async (): Promise<void> => {
    const id = location.hash.slice(1);
    if (id === '' || document.getElementById(id)) return;
    const { months = '', month = '' } = this.dataset;
    const response = await fetch(months);
    const address = response.ok && findMonthAddress(month, await response.json(), id);
    if (address) location.replace(address);
  };
}

customElements.define('bh-change-place', ChangePlace);

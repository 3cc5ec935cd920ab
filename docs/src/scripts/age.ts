/** `<bh-age data-checked>`: is visible if the data are older than half a year. */
const MAX_AGE = 183 * 24 * 60 * 60 * 1000;

class AgeElement extends HTMLElement {
  connectedCallback(): void {
    const checked = Date.parse(this.dataset['checked'] ?? '');
    this.hidden = !(Date.now() - checked > MAX_AGE);
  }
}

customElements.define('bh-age', AgeElement);

/** `<bh-moved data-to data-beta>`: redirects a former address, to the same place. */
import { findMovedAddress } from '../lib/moved.ts';

class Moved extends HTMLElement {
  connectedCallback(): void {
    const { to = '', beta = '' } = this.dataset;
    location.replace(findMovedAddress({ to, beta }, location));
  }
}

customElements.define('bh-moved', Moved);

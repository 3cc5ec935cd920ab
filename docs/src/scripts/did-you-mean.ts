/** `<bh-did-you-mean>`: links to similar names, on the page for wrong addresses. */
import { isBetaId } from '@beta-headers/grammar';
import { readLastName, suggestNames } from '../lib/did-you-mean.ts';

class DidYouMeanElement extends HTMLElement {
  connectedCallback(): void {
    const { names = '', betas = '', features = '' } = this.dataset;
    const near = suggestNames(readLastName(location.pathname), names.split(' '));
    const list = this.querySelector('ul');
    if (!list || near.length === 0) return;
    list.replaceChildren(
      ...near.map((name) => makeItem(name, (isBetaId(name) ? betas : features).replace('*', name))),
    );
    this.hidden = false;
  }
}

function makeItem(name: string, address: string): HTMLLIElement {
  const link = document.createElement('a');
  link.href = address;
  link.textContent = name;
  const entry = document.createElement('li');
  entry.append(link);
  return entry;
}

customElements.define('bh-did-you-mean', DidYouMeanElement);

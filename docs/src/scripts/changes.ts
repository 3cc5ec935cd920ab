/** `<bh-changes data-list>`: filters the changes by kind and platform, also from the address. */

class ChangesFilter extends HTMLElement {
  connectedCallback(): void {
    const wanted = new URLSearchParams(location.search);
    for (const select of this.#selects) {
      const value = wanted.get(select.name) ?? '';
      if ([...select.options].some((option) => option.value === value)) select.value = value;
      select.addEventListener('change', () => {
        this.#apply();
        this.#keepInAddress();
      });
    }
    this.querySelector('fieldset')?.removeAttribute('disabled');
    this.#apply();
  }

  get #selects(): HTMLSelectElement[] {
    return [...this.querySelectorAll('select')];
  }
  #read(name: string): string {
    return this.#selects.find((select) => select.name === name)?.value ?? '';
  }

  #apply(): void {
    const [kind, platform] = [this.#read('kind'), this.#read('on')];
    const list = document.getElementById(this.dataset['list'] ?? '');
    const items = [...(list?.querySelectorAll<HTMLElement>('.change') ?? [])];
    let shown = 0;
    for (const item of items) {
      const on = item.dataset['on']?.split(' ') ?? [];
      item.hidden =
        (kind !== '' && item.dataset['kind'] !== kind) ||
        (platform !== '' && !on.includes(platform));
      if (!item.hidden) shown++;
    }
    // Hides the headings of days, months and years without a change.
    for (const section of list?.querySelectorAll<HTMLElement>('section') ?? [])
      section.hidden = !section.querySelector('.change:not([hidden])');
    const status = this.querySelector<HTMLElement>('[data-none]');
    if (status) status.textContent = shown === 0 ? (status.dataset['none'] ?? '') : '';
  }

  /** Keeps the choice in the address, so that a link to it can be shared. */
  #keepInAddress(): void {
    const address = new URL(location.href);
    for (const { name, value } of this.#selects)
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    history.replaceState(history.state, '', address);
  }
}

customElements.define('bh-changes', ChangesFilter);

/** `<bh-tabs>`: shows one panel at a time, and remembers which on every page. */
class TabsElement extends HTMLElement {
  connectedCallback(): void {
    const tabs = this.#tabs;
    for (const tab of tabs) tab.addEventListener('click', () => this.#choose(tab));
    this.addEventListener('keydown', (event) => this.#move(event));
    const remembered = tabs.find(({ id }) => id === this.#remembered);
    if (remembered) this.#show(remembered);
  }

  get #tabs(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>('[role=tab]')];
  }

  #move(event: KeyboardEvent): void {
    const tabs = this.#tabs;
    const at = tabs.indexOf(event.target as HTMLElement);
    const { key } = event;
    if (at < 0 || !['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(key)) return;
    event.preventDefault();
    const step = (key === 'ArrowRight') === (getComputedStyle(this).direction === 'ltr') ? 1 : -1;
    const to =
      key === 'Home'
        ? 0
        : key === 'End'
          ? tabs.length - 1
          : (at + step + tabs.length) % tabs.length;
    const tab = tabs[to] as HTMLElement;
    tab.focus();
    this.#choose(tab);
  }

  #choose(tab: HTMLElement): void {
    this.#show(tab);
    this.#remembered = tab.id;
  }

  #show(chosen: HTMLElement): void {
    for (const tab of this.#tabs) {
      const shown = tab === chosen;
      tab.setAttribute('aria-selected', String(shown));
      tab.tabIndex = shown ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !shown;
    }
  }

  /** Where the browser keeps nothing, nothing is remembered. */
  get #remembered(): string | null {
    try {
      return localStorage.getItem(`tabs-${this.dataset['remember']}`);
    } catch {
      return null;
    }
  }

  set #remembered(id: string) {
    try {
      localStorage.setItem(`tabs-${this.dataset['remember']}`, id);
    } catch {
      // A tab that nobody remembers is still shown.
    }
  }
}

customElements.define('bh-tabs', TabsElement);

/** `<bh-check>`: loads the checker on the first use of the box, so that the page stays small. */

class CheckElement extends HTMLElement {
  #isLoading = false;

  connectedCallback(): void {
    // Makes room for the answer at once, so that nothing moves when it comes.
    this.addEventListener('input', () => {
      if (this.#text !== '' && this.querySelector('[data-out=answer]:empty'))
        this.dataset['busy'] = '';
    });
    for (const type of ['focusin', 'pointerdown', 'paste', 'drop', 'input'])
      this.addEventListener(type, () => this.#load(), { once: true });
    for (const button of this.querySelectorAll<HTMLElement>('[data-example]'))
      button.addEventListener('click', () => this.#write(button.dataset['example'] ?? ''));
    // A file that is dropped before the checker is there must not replace the page.
    this.addEventListener('dragover', (event) => event.preventDefault());
    if (this.dataset['linked'] !== undefined && location.hash.includes('=')) this.#load();
    if (this.#text !== '') this.#load();
  }

  /** Writes an example into the field. The checker reads the field when it is there. */
  #write(text: string): void {
    const area = this.querySelector('textarea');
    if (!area) return;
    area.value = text;
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }

  /** Browsers restore the text of a field after a reload. */
  get #text(): string {
    return this.querySelector('textarea')?.value ?? '';
  }

  #load(): void {
    if (this.#isLoading) return;
    this.#isLoading = true;
    import('./checker/box.ts')
      .then(({ startBox }) => startBox(this))
      .catch(() => {
        this.#isLoading = false;
        const said = this.querySelector('[data-out=answer]');
        if (said) said.textContent = this.dataset['failed'] ?? '';
        delete this.dataset['busy'];
      });
  }
}

customElements.define('bh-check', CheckElement);

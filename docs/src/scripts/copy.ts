/** `<bh-copy data-text>`, or `data-from` for the text of an element: a button that copies it. */
const icon =
  '<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">' +
  '<rect x="5.500" y="5.500" width="8" height="8" rx="1.500"/>' +
  '<path d="M10.500 5.500v-2A1 1 0 0 0 9.500 2.500h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2"/></svg>';

class CopyElement extends HTMLElement {
  connectedCallback(): void {
    if (this.firstChild) return;
    const { text, from = '', label = '', done = '', failed = '' } = this.dataset;
    const button = document.createElement('button');
    button.type = 'button';
    button.innerHTML = icon;
    button.setAttribute('aria-label', text === undefined ? label : `${label} ${text}`);
    button.title = label;
    const status = document.createElement('span');
    status.className = 'copy-status';
    status.setAttribute('role', 'status');
    button.addEventListener('click', async () => {
      const copied = await copy(text ?? this.parentElement?.querySelector(from)?.textContent ?? '');
      status.textContent = copied ? done : failed;
      this.dataset['state'] = copied ? 'done' : 'failed';
      setTimeout(() => {
        status.textContent = '';
        delete this.dataset['state'];
      }, 1600);
    });
    this.append(button, status);
  }
}

async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

customElements.define('bh-copy', CopyElement);

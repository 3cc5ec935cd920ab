/**
 * `<site-search>`: opens at once and accepts text while Pagefind is still loading. Pagefind is
 * loaded when the reader is about to search, and again at the next attempt after a failure.
 */

/** The used part of Pagefind's component UI, which the build writes beside the index. */
interface SearchInstance {
  readonly triggerLoad: () => Promise<void>;
  readonly triggerSearch: (term: string) => void;
  readonly focusNextResults: (from: Element) => boolean;
  readonly registerInput: (
    input: Element,
    capabilities: { readonly keyboardNavigation: boolean },
  ) => void;
}
interface PagefindComponents {
  readonly getInstanceManager: () => {
    readonly getInstance: () => SearchInstance;
    readonly removeInstance: (name: string) => void;
  };
}
declare global {
  var PagefindComponents: PagefindComponents | undefined;
}

const FOLDER = `${import.meta.env.BASE_URL.replace(/\/$/, '')}/pagefind/`;
/** The pause in typing after which the search begins, in ms. */
const PAUSE = 150;

class SiteSearch extends HTMLElement {
  #pagefind: Promise<SearchInstance> | undefined;
  #timer = 0;
  #term = '';

  connectedCallback(): void {
    const button = this.#find<HTMLButtonElement>('.search-open');
    const keys = this.#find('kbd');
    if (/Mac|iPhone|iPad/i.test(navigator.platform)) {
      keys.textContent = '⌘ K';
      button.setAttribute('aria-keyshortcuts', '/ Meta+K');
    }
    keys.hidden = false;
    button.disabled = false;
    for (const sign of ['pointerenter', 'focus'])
      button.addEventListener(sign, () => this.#load().catch(ignore));
    button.addEventListener('click', () => this.#open());
    this.#find('.search-close').addEventListener('click', () => this.#dialog.close());
    this.#dialog.addEventListener('click', ({ target }) => {
      // The frame fills the dialog, so a click on the dialog itself is one outside of the frame.
      // A link may lead to a place on the same page.
      if (target === this.#dialog || (target as Element).closest('a')) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event));
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      this.#search();
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#search(), PAUSE);
    });
    window.addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      if (this.#dialog.open && event.key !== '/') this.#dialog.close();
      else this.#open();
    });
  }

  #find<T extends HTMLElement = HTMLElement>(selector: string): T {
    return this.querySelector(selector) as T;
  }
  get #dialog(): HTMLDialogElement {
    return this.#find('dialog');
  }
  get #input(): HTMLInputElement {
    return this.#find('input');
  }

  #open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    this.#search();
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would use the first Escape to clear itself.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'ArrowDown' && event.target === this.#input) {
      event.preventDefault();
      this.#pagefind?.then((pagefind) => pagefind.focusNextResults(this.#input), ignore);
    }
  }

  /** Searches for the text in the field, as soon as Pagefind is loaded. */
  #search(): void {
    clearTimeout(this.#timer);
    this.#load().then((pagefind) => {
      const term = this.#input.value.trim();
      if (term === this.#term) return;
      this.#term = term;
      // The old results are removed. A focus on one of them would be lost.
      if (this.#find('.search-found').contains(document.activeElement)) this.#input.focus();
      pagefind.triggerSearch(term);
    }, ignore);
  }

  #load(): Promise<SearchInstance> {
    this.#pagefind ??= this.#fetch();
    return this.#pagefind;
  }

  async #fetch(): Promise<SearchInstance> {
    this.#showState('loading');
    try {
      // Pagefind's components would report a missing file in English only.
      await Promise.all([
        addStylesheet('pagefind-component-ui.css'),
        addScript('pagefind-component-ui.js'),
        prefetch('pagefind.js'),
      ]);
      const pagefind = getComponents().getInstance();
      await pagefind.triggerLoad();
      // Pagefind moves the focus from the results back to the input of the registered element.
      const form = Object.assign(this.#find('form'), {
        inputEl: this.#input,
        focus: () => this.#input.focus(),
      });
      pagefind.registerInput(form, { keyboardNavigation: true });
      this.#showState();
      return pagefind;
    } catch (error) {
      console.error(error);
      this.#pagefind = undefined;
      this.#term = '';
      this.#forget();
      this.#showState('failed');
      throw error;
    }
  }

  /**
   * Removes an instance that failed to load, since it does not try again. The components get a new
   * one when they are inserted into the page.
   */
  #forget(): void {
    if (!globalThis.PagefindComponents) return;
    getComponents().removeInstance('default');
    const found = this.#find('.search-found');
    found.replaceWith(found.cloneNode(true));
  }

  #showState(state?: 'loading' | 'failed'): void {
    const status = this.#find('.search-state');
    status.textContent = (state && this.dataset[state]) ?? '';
    status.classList.toggle('failed', state === 'failed');
  }
}

/** Reports whether a key opens the search: Ctrl+K, Cmd+K, or `/` outside of fields. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, dialog *'));
  return key === '/' && !ctrlKey && !metaKey && !altKey && !typing;
}

function getComponents(): ReturnType<PagefindComponents['getInstanceManager']> {
  if (!globalThis.PagefindComponents)
    throw new Error(`${FOLDER}pagefind-component-ui.js defines no PagefindComponents`);
  return globalThis.PagefindComponents.getInstanceManager();
}

const addStylesheet = (name: string): Promise<void> =>
  addElement(
    Object.assign(document.createElement('link'), { rel: 'stylesheet', href: FOLDER + name }),
  );
const addScript = (name: string): Promise<void> =>
  addElement(Object.assign(document.createElement('script'), { src: FOLDER + name }));

/**
 * Loads a module into the cache before the components import it, because a browser may not retry a
 * failed import.
 */
async function prefetch(name: string): Promise<void> {
  const { ok, status } = await fetch(FOLDER + name);
  if (!ok) throw new Error(`${FOLDER}${name} could not be loaded: status ${status}`);
}

/** Adds an element that loads a file, unless there is one. Removes it if it fails. */
const addElement = (element: HTMLLinkElement | HTMLScriptElement): Promise<void> =>
  new Promise((resolve, reject) => {
    const address = element instanceof HTMLLinkElement ? element.href : element.src;
    if (document.head.querySelector(`[data-search="${address}"]`)) return resolve();
    element.onload = () => {
      element.dataset['search'] = address;
      resolve();
    };
    element.onerror = () => {
      element.remove();
      reject(new Error(`${address} could not be loaded`));
    };
    document.head.append(element);
  });

/** Ignores an error that has already been reported. */
const ignore = (): void => {};

customElements.define('site-search', SiteSearch);

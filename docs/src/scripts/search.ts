/**
 * `<site-search>`: opens at once and takes what is typed while Pagefind is still on its way. Pagefind is fetched when somebody is about to
 * search: never before, and again at the next attempt where it could not be had.
 */

/** What is used of Pagefind's component UI, which the build writes beside the index. */
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
/** So long does somebody pause who has finished a word, in ms. */
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
      // The frame fills the dialog: what hits the dialog itself is outside. A link leads away, if only within this page.
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
      // A search field would take the first Escape for itself.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'ArrowDown' && event.target === this.#input) {
      event.preventDefault();
      this.#pagefind?.then((pagefind) => pagefind.focusNextResults(this.#input), ignore);
    }
  }

  /** Searches for what stands in the field, now or as soon as there is something to search with. */
  #search(): void {
    clearTimeout(this.#timer);
    this.#load().then((pagefind) => {
      const term = this.#input.value.trim();
      if (term === this.#term) return;
      this.#term = term;
      // What was found before goes, and with it the focus of somebody who was quicker than the pause.
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
      // Pagefind's components would report that it is missing in English; asked for here, that is an error like every other.
      await Promise.all([
        addStylesheet('pagefind-component-ui.css'),
        addScript('pagefind-component-ui.js'),
        prefetch('pagefind.js'),
      ]);
      const pagefind = getComponents().getInstance();
      await pagefind.triggerLoad();
      // For the keys that lead from what was found back to the field, which Pagefind looks for inside of what is registered.
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

  /** An instance that could not load never will: the components must ask for another, which they do where they enter the page. */
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

/** Ctrl+K and Cmd+K anywhere, and `/` where it is not typed into something. */
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

/** Brings a module into the cache, from where the components import it: what a browser failed to import once it may not try again. */
async function prefetch(name: string): Promise<void> {
  const { ok, status } = await fetch(FOLDER + name);
  if (!ok)
    throw new Error(`${FOLDER}${name} could not be loaded, status ${status}: there is no search`);
}

/** Adds an element that fetches a file, unless there is one already; one that failed is taken away again. */
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
      reject(new Error(`${address} could not be loaded: there is no search`));
    };
    document.head.append(element);
  });

/** What failed has been status where it failed. */
const ignore = (): void => {};

customElements.define('site-search', SiteSearch);

/**
 * `<site-search>`: opens at once and accepts text while the index is still loading. The index is
 * loaded when the reader is about to search, and again at the next attempt after a failure.
 */
import type { Search, SearchResult } from '../lib/search/engine.ts';
import type { makeResultNode } from './search-results.ts';

/** The texts of the page's language, with those of the kinds. */
export type SearchTexts = Readonly<Record<string, string>>;

/** The search, and what shows its results. No page needs them before its first search. */
interface Engine {
  readonly search: Search;
  readonly makeNode: typeof makeResultNode;
}

/** The pause in typing after which the search begins, in ms. */
const PAUSE = 80;
const STEP = 12;

class SiteSearch extends HTMLElement {
  #engine: Promise<Engine> | undefined;
  #timer = 0;
  #term = '';
  #results: readonly SearchResult[] = [];
  #makeNode: Engine['makeNode'] | undefined;

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
    this.#find('.search-more').addEventListener('click', () => this.#showMore());
    this.#dialog.addEventListener('click', ({ target }) => {
      // The frame fills the dialog, so a click on the dialog itself is one outside of the frame.
      // A link may lead to a place on the same page.
      if (target === this.#dialog || (target as Element).closest('a')) this.#dialog.close();
    });
    this.#dialog.addEventListener('keydown', (event) => this.#onKey(event));
    this.#find('form').addEventListener('submit', (event) => {
      event.preventDefault();
      // Enter searches at once, and opens the first result if the results are already shown.
      if (this.#term === this.#input.value.trim() && this.#term !== '') this.#links[0]?.click();
      else this.#search().catch(ignore);
    });
    this.#input.addEventListener('input', () => {
      clearTimeout(this.#timer);
      this.#timer = window.setTimeout(() => this.#search().catch(ignore), PAUSE);
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
  get #links(): HTMLAnchorElement[] {
    return [...this.querySelectorAll<HTMLAnchorElement>('.search-results a')];
  }
  get #texts(): SearchTexts {
    return JSON.parse(this.dataset['texts'] ?? '{}') as SearchTexts;
  }

  #open(): void {
    if (!this.#dialog.open) this.#dialog.showModal();
    this.#input.focus();
    this.#input.select();
    this.#search().catch(ignore);
  }

  #onKey(event: KeyboardEvent): void {
    if (event.isComposing) return;
    if (event.key === 'Escape') {
      // A search field would use the first Escape to clear itself.
      event.preventDefault();
      this.#dialog.close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      this.#moveFocus(event.key === 'ArrowDown' ? 1 : -1);
    } else if (isTyping(event) && event.target !== this.#input) {
      // Typing on a result continues in the field.
      this.#input.focus();
    }
  }

  /** Moves the focus through the field and the results. */
  #moveFocus(step: 1 | -1): void {
    const stops = [this.#input, ...this.#links];
    const now = stops.indexOf(document.activeElement as HTMLAnchorElement);
    stops[Math.min(Math.max(now + step, 0), stops.length - 1)]?.focus();
  }

  /** Searches for the text in the field, as soon as the index is loaded. */
  async #search(): Promise<void> {
    clearTimeout(this.#timer);
    const { search, makeNode } = await this.#load();
    const term = this.#input.value.trim();
    if (term === this.#term) return;
    this.#term = term;
    this.#results = term === '' ? [] : search(term);
    this.#makeNode = makeNode;
    // The old results are removed. A focus on one of them would be lost.
    if (this.#find('.search-results').contains(document.activeElement)) this.#input.focus();
    this.#find('.search-results').replaceChildren();
    this.#find('.search-none').hidden = term === '' || this.#results.length > 0;
    this.#showMore();
    this.#showState();
  }

  /** Shows the next results, and moves the focus to the first of them if it was on the button. */
  #showMore(): void {
    const list = this.#find('.search-results');
    const shown = list.children.length;
    const base = this.dataset['base'] ?? '';
    const next = this.#results.slice(shown, shown + STEP);
    list.append(...next.flatMap((result) => this.#makeNode?.(result, base, this.#texts) ?? []));
    const more = this.#find('.search-more');
    if (document.activeElement === more) this.#links[shown]?.focus();
    more.hidden = shown + next.length >= this.#results.length;
  }

  #load(): Promise<Engine> {
    this.#engine ??= this.#fetch();
    return this.#engine;
  }

  async #fetch(): Promise<Engine> {
    this.#showState('loading');
    try {
      const [{ loadSearch, makeResultNode: makeNode }, response] = await Promise.all([
        import('./search-engine.ts'),
        fetch(this.dataset['index'] ?? ''),
      ]);
      if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
      const search = loadSearch(await response.text(), this.dataset['locale'] ?? 'en');
      this.#showState();
      return { search, makeNode };
    } catch (error) {
      console.error(error);
      this.#engine = undefined;
      this.#term = '';
      this.#showState('failed');
      throw error;
    }
  }

  #showState(state?: 'loading' | 'failed'): void {
    const status = this.#find('.search-state');
    const count = this.#results.length;
    const text = state ?? (count === 0 ? 'none' : count === 1 ? 'one' : 'many');
    status.textContent =
      state === undefined && this.#term === ''
        ? ''
        : (this.#texts[text] ?? '')
            .replace('{n}', () => String(count))
            .replace('{q}', () => this.#term);
    status.classList.toggle('failed', state === 'failed');
  }
}

/** Tests if a key opens the search: Ctrl+K, Cmd+K, or `/` outside of fields. */
function isShortcut({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey;
  const typing =
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, dialog *'));
  return key === '/' && !ctrlKey && !metaKey && !altKey && !typing;
}

/** Tests if a key writes or removes a character. */
const isTyping = ({ key, ctrlKey, metaKey, altKey, target }: KeyboardEvent): boolean =>
  (key.length === 1 || key === 'Backspace') &&
  !(key === ' ' && (target as Element).matches('button')) &&
  !ctrlKey &&
  !metaKey &&
  !altKey;

/** Ignores an error that has already been reported. */
const ignore = (): void => {};

customElements.define('site-search', SiteSearch);

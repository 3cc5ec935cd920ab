/** `<bh-catalog>`: filters and sorts the rendered table, and keeps the state in the URL. */
import {
  countStages,
  EMPTY,
  type FilterState,
  formatState,
  parseState,
  type Sort,
  selectRows,
} from '../lib/catalog-filter.ts';
import { fillForm, readForm, showPicks } from './catalog-form.ts';
import { readRows, type TableRow } from './catalog-rows.ts';
import { applyPlatforms, rememberPlatforms } from './my-platforms.ts';

/** The orders that clicks on a column head choose, one after the other. */
const COLUMN_SORTS: Record<string, readonly Sort[]> = {
  name: ['name', 'use'],
  stage: ['stage', 'use'],
};

class CatalogElement extends HTMLElement {
  #rows: TableRow[] = [];
  #state: FilterState = EMPTY;

  connectedCallback(): void {
    this.#rows = readRows(this.#table);
    const form = this.#form;
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', (event) => {
      if ((event.target as HTMLInputElement).name === 'mine') rememberPlatforms(form);
      else this.#set(readForm(form, event.target as HTMLInputElement, this.#state.sort));
      showPicks(form);
    });
    this.#reset.addEventListener('click', () => {
      this.#set({ ...EMPTY, sort: this.#state.sort });
      form.querySelector<HTMLInputElement>('[name=q]')?.focus();
    });
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]'))
      this.#makeSortable(head);
    for (const button of this.querySelectorAll<HTMLButtonElement>('.group button'))
      button.addEventListener('click', () => toggle(button));
    this.#more.addEventListener('click', () => toggle(this.#more));
    window.addEventListener('popstate', () => this.#show(this.#readAddress()));
    this.#show(this.#readAddress());
    applyPlatforms(form);
    showPicks(form);
    const { dataset } = document.documentElement;
    this.#more.setAttribute('aria-expanded', String(this.#hasHiddenFilter()));
    delete dataset['open'];
    delete dataset['filtering'];
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }
  get #table(): HTMLTableElement {
    return this.querySelector('table.betas') as HTMLTableElement;
  }
  get #more(): HTMLButtonElement {
    return this.querySelector('.more') as HTMLButtonElement;
  }
  get #reset(): HTMLButtonElement {
    return this.querySelector('.reset') as HTMLButtonElement;
  }

  /** Tests if a filter is set that the page would fold, as the styles do before it runs. */
  #hasHiddenFilter(): boolean {
    const { stages, endpoint, family, on, not } = this.#state;
    const narrow = matchMedia('(max-width: 72rem)').matches;
    return [...stages, endpoint, family, ...(narrow ? [...on, ...not] : [])].some(Boolean);
  }

  /** Reads the state from the URL, without values that the form does not have. */
  #readAddress(): FilterState {
    const state = parseState(new URLSearchParams(location.search));
    const isKnown = (name: string, value: string): boolean =>
      [...this.#form.elements].some(
        (field) =>
          (field instanceof HTMLInputElement && field.name === name && field.value === value) ||
          (field instanceof HTMLSelectElement &&
            field.name === name &&
            [...field.options].some((option) => option.value === value)),
      );
    const keep = (name: string, values: readonly string[]): string[] =>
      values.filter((value) => isKnown(name, value));
    return {
      ...state,
      stages: keep('stage', state.stages),
      on: keep('on', state.on),
      not: keep('not', state.not),
      endpoint: keep('endpoint', [state.endpoint])[0] ?? '',
      family: keep('family', [state.family])[0] ?? '',
    };
  }

  #makeSortable(head: HTMLElement): void {
    const sorts = COLUMN_SORTS[head.dataset['sort'] ?? ''] ?? [];
    const button = document.createElement('button');
    button.type = 'button';
    button.title = this.dataset['sortLabel'] ?? '';
    button.append(...head.childNodes);
    button.addEventListener('click', () => {
      const next = sorts[(sorts.indexOf(this.#state.sort) + 1) % sorts.length] as Sort;
      this.#set({ ...this.#state, sort: next });
    });
    head.append(button);
  }

  #set(state: FilterState): void {
    const query = formatState(state);
    history.replaceState(
      history.state,
      '',
      `${location.pathname}${query ? `?${query}` : ''}${location.hash}`,
    );
    this.#show(state);
  }

  #show(state: FilterState): void {
    this.#state = state;
    fillForm(this.#form, state);
    const shown = selectRows(this.#rows, state, (this.dataset['stageOrder'] ?? '').split(' '));
    this.#showRows(shown, formatState(state) !== '');
    this.#showCounts(state, shown.length);
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const sorts = COLUMN_SORTS[head.dataset['sort'] ?? ''] ?? [];
      if (state.sort === 'use' || !sorts.includes(state.sort)) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', 'ascending');
    }
  }

  /** Shows the groups, or one list of all rows that were found. */
  #showRows(shown: readonly TableRow[], listed: boolean): void {
    const table = this.#table;
    table.classList.toggle('listed', listed);
    const [first] = table.tBodies;
    const visible = new Set(shown);
    for (const row of this.#rows) row.element.hidden = !visible.has(row);
    for (const row of listed ? shown : this.#rows)
      (listed ? first : row.group)?.append(row.element);
    table.hidden = shown.length === 0;
  }

  #showCounts(state: FilterState, shown: number): void {
    const total = this.#rows.length;
    const template = (shown === total ? this.dataset['countAll'] : this.dataset['count']) ?? '';
    const text = template.replace('{shown}', String(shown)).replace('{total}', String(total));
    const status = this.querySelector('.count') as HTMLElement;
    if (status.textContent !== text) status.textContent = text;
    (this.querySelector('.none') as HTMLElement).hidden = shown > 0;
    this.#reset.hidden = formatState({ ...state, sort: EMPTY.sort }) === '';
    const counts = countStages(this.#rows, state);
    for (const number of this.querySelectorAll<HTMLElement>('[data-stage-count]'))
      number.textContent = String(counts.get(number.dataset['stageCount'] ?? '') ?? 0);
  }
}

function toggle(button: HTMLButtonElement): void {
  button.setAttribute('aria-expanded', String(button.getAttribute('aria-expanded') !== 'true'));
}

customElements.define('bh-catalog', CatalogElement);

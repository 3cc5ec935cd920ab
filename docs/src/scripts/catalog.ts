/** `<bh-catalog>`: filters and sorts the rendered table, and keeps the state in the URL. */
import {
  countStages,
  EMPTY,
  type FilterState,
  formatState,
  matches,
  parseState,
  type Row,
  type Sort,
  sortRows,
} from '../lib/catalog-filter.ts';
import type { FeatureMark } from '../lib/claim-marks.ts';

interface TableRow extends Row {
  readonly element: HTMLTableRowElement;
}

/** The orders that clicks on a column head choose, one after the other. */
const COLUMN_SORTS: Record<string, readonly Sort[]> = {
  name: ['name'],
  stage: ['stage'],
  newest: ['newest', 'oldest'],
};

/** The parts of the state that are chosen from lists. */
const CHOICES = ['on', 'missing', 'endpoint', 'family'] as const;

class CatalogElement extends HTMLElement {
  #rows: TableRow[] = [];
  #state: FilterState = EMPTY;

  connectedCallback(): void {
    const form = this.#form;
    this.#rows = [...this.querySelectorAll<HTMLTableRowElement>('tbody tr')].map(readRow);
    form.addEventListener('submit', (event) => event.preventDefault());
    form.addEventListener('input', () => this.#set(this.#readForm()));
    this.#reset.addEventListener('click', () => {
      this.#set({ ...EMPTY, sort: this.#state.sort });
      form.querySelector<HTMLInputElement>('[name=q]')?.focus();
    });
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]'))
      this.#makeSortable(head);
    this.#more.addEventListener('click', () =>
      this.#open(this.#more.getAttribute('aria-expanded') !== 'true'),
    );
    window.addEventListener('popstate', () => this.#show(this.#readAddress()));
    this.#show(this.#readAddress());
    // Small screens fold the filters, unless the address contains some.
    this.#open(this.#state.stages.length > 0 || CHOICES.some((name) => this.#state[name] !== ''));
  }

  #open(open: boolean): void {
    this.#more.setAttribute('aria-expanded', String(open));
  }

  /** Reads the state from the URL, without values that the lists do not have. */
  #readAddress(): FilterState {
    const state = parseState(new URLSearchParams(location.search));
    const known = (name: (typeof CHOICES)[number]): string =>
      [...this.#form.querySelectorAll<HTMLOptionElement>(`[name=${name}] option`)].some(
        ({ value }) => value === state[name],
      )
        ? state[name]
        : '';
    return { ...state, ...Object.fromEntries(CHOICES.map((name) => [name, known(name)])) };
  }

  get #form(): HTMLFormElement {
    return this.querySelector('form') as HTMLFormElement;
  }

  get #more(): HTMLButtonElement {
    return this.querySelector('.more') as HTMLButtonElement;
  }

  get #reset(): HTMLButtonElement {
    return this.querySelector('.reset') as HTMLButtonElement;
  }

  #readForm(): FilterState {
    const data = new FormData(this.#form);
    const text = (name: string): string => String(data.get(name) ?? '');
    const params = new URLSearchParams({
      q: text('q'),
      stage: data.getAll('stage').join(','),
      on: text('on'),
      missing: text('missing'),
      endpoint: text('endpoint'),
      family: text('family'),
      sort: text('sort'),
    });
    return parseState(params);
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
    this.#fillForm(state);
    const order = (this.dataset['stageOrder'] ?? '').split(' ');
    const sorted = sortRows(this.#rows, state.sort, order);
    const body = this.querySelector('tbody') as HTMLTableSectionElement;
    if (sorted.some((row, index) => body.rows[index] !== row.element))
      body.append(...sorted.map((row) => row.element));
    let shown = 0;
    for (const row of sorted) {
      const visible = matches(row, state);
      row.element.hidden = !visible;
      if (visible) shown += 1;
    }
    this.#showCounts(state, shown);
    for (const head of this.querySelectorAll<HTMLElement>('th[data-sort]')) {
      const sorts = COLUMN_SORTS[head.dataset['sort'] ?? ''] ?? [];
      if (!sorts.includes(state.sort)) head.removeAttribute('aria-sort');
      else head.setAttribute('aria-sort', state.sort === 'newest' ? 'descending' : 'ascending');
    }
  }

  #showCounts(state: FilterState, shown: number): void {
    const total = this.#rows.length;
    const template = (shown === total ? this.dataset['countAll'] : this.dataset['count']) ?? '';
    const text = template.replace('{shown}', String(shown)).replace('{total}', String(total));
    const status = this.querySelector('.count') as HTMLElement;
    if (status.textContent !== text) status.textContent = text;
    (this.querySelector('.none') as HTMLElement).hidden = shown > 0;
    (this.querySelector('table') as HTMLElement).hidden = shown === 0;
    this.#reset.hidden = formatState({ ...state, sort: EMPTY.sort }) === '';
    const counts = countStages(this.#rows, state);
    for (const number of this.querySelectorAll<HTMLElement>('[data-stage-count]'))
      number.textContent = String(counts.get(number.dataset['stageCount'] ?? '') ?? 0);
  }

  #fillForm(state: FilterState): void {
    for (const field of this.#form.elements) {
      if (field instanceof HTMLInputElement && field.type === 'checkbox')
        field.checked = state.stages.includes(field.value);
      else if (field instanceof HTMLInputElement) {
        // The field keeps its spaces, because the reader may still be typing.
        if (field.value !== state.q) field.value = state.q;
      } else if (field instanceof HTMLSelectElement)
        field.value = String(state[field.name as (typeof CHOICES)[number] | 'sort']);
    }
  }
}

function readRow(element: HTMLTableRowElement): TableRow {
  const {
    id = '',
    title = '',
    stage = '',
    family = '',
    endpoints = '',
    since = '',
    text = '',
    marks = '',
  } = element.dataset;
  const pairs = marks.split(' ').map((pair) => pair.split(':') as [string, FeatureMark]);
  return {
    element,
    id,
    title,
    stage,
    family,
    endpoints: endpoints.split(' '),
    since,
    text,
    marks: Object.fromEntries(pairs),
  };
}

customElements.define('bh-catalog', CatalogElement);

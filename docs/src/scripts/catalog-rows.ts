/** Reads the rows of the rendered table. */
import type { Row } from '../lib/catalog-filter.ts';
import type { FeatureMark } from '../lib/marks.ts';

export interface TableRow extends Row {
  readonly element: HTMLTableRowElement;
  /** The group in which the row is while nothing is filtered. */
  readonly group: HTMLTableSectionElement;
}

/** Reads every row, with the marks of its cells. */
export function readRows(table: HTMLTableElement): TableRow[] {
  const platforms = [...table.querySelectorAll<HTMLElement>('th[data-platform]')].map(
    ({ dataset }) => dataset['platform'] ?? '',
  );
  return [...table.querySelectorAll<HTMLTableRowElement>('tr[data-id]')].map((element) =>
    readRow(element, platforms),
  );
}

function readRow(element: HTMLTableRowElement, platforms: readonly string[]): TableRow {
  const { id = '', stage = '', family = '', endpoints = '', text = '' } = element.dataset;
  const [names = '', others = ''] = text.split('\n');
  const title = element.querySelector('.name a')?.textContent ?? '';
  const since = element.querySelector('time')?.textContent ?? '';
  const marks = [...element.querySelectorAll('td.p')].map((cell, index) => [
    platforms[index],
    readMark(cell),
  ]);
  return {
    element,
    group: element.parentElement as HTMLTableSectionElement,
    id,
    names: `${title} ${id} ${names}`.toLowerCase(),
    text: `${others} ${stage} ${since} ${endpoints}`,
    stage,
    family,
    endpoints: endpoints.split(' '),
    since,
    marks: Object.fromEntries(marks),
  };
}

const readMark = (cell: Element): FeatureMark =>
  ([...cell.classList].find((name) => name.startsWith('f-'))?.slice(2) ?? 'unknown') as FeatureMark;

/** Filters, sorts and counts the rows of the catalog table, and reads its state from the URL. */
import { rankRows, type Searchable } from './catalog-search.ts';
import { type FeatureMark, isAvailable } from './marks.ts';

/** The data of one row of the table. */
export interface Row extends Searchable {
  readonly id: string;
  readonly stage: string;
  readonly family: string;
  /** The groups of endpoints that the beta is about. */
  readonly endpoints: readonly string[];
  readonly since: string;
  /** The mark of its feature on each platform. */
  readonly marks: Readonly<Record<string, FeatureMark>>;
}

export const SORTS = ['use', 'newest', 'oldest', 'name', 'stage'] as const;
export type Sort = (typeof SORTS)[number];

export interface FilterState {
  readonly q: string;
  readonly stages: readonly string[];
  /** Platforms that all have the feature. */
  readonly on: readonly string[];
  /** Platforms of which none has the feature. */
  readonly not: readonly string[];
  readonly endpoint: string;
  readonly family: string;
  readonly sort: Sort;
}

/** Nothing filtered, in the order of the page. */
export const EMPTY: FilterState = {
  q: '',
  stages: [],
  on: [],
  not: [],
  endpoint: '',
  family: '',
  sort: 'use',
};

/** Reads the state from a query string. Unknown parameters are ignored. */
export function parseState(params: URLSearchParams): FilterState {
  const sort = params.get('sort') as Sort;
  const list = (name: string): string[] => (params.get(name) ?? '').split(',').filter(Boolean);
  return {
    q: params.get('q') ?? '',
    stages: list('stage'),
    on: list('on'),
    // Links of earlier versions of the site name the platform as `missing`.
    not: [...new Set([...list('not'), ...list('missing')])],
    endpoint: params.get('endpoint') ?? '',
    family: params.get('family') ?? '',
    sort: SORTS.includes(sort) ? sort : EMPTY.sort,
  };
}

/** Writes a state as a query string, which is empty for the empty state. */
export function formatState(state: FilterState): string {
  const params = new URLSearchParams();
  if (state.q.trim()) params.set('q', state.q.trim());
  if (state.stages.length) params.set('stage', state.stages.join(','));
  if (state.on.length) params.set('on', state.on.join(','));
  if (state.not.length) params.set('not', state.not.join(','));
  if (state.endpoint) params.set('endpoint', state.endpoint);
  if (state.family) params.set('family', state.family);
  if (state.sort !== EMPTY.sort) params.set('sort', state.sort);
  return params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}

/** Makes the path of a filtered view of the table, to be passed to `href`. */
export function filteredPath(filter: {
  readonly on?: readonly string[];
  readonly not?: readonly string[];
  readonly stage?: readonly string[];
  readonly q?: string;
}): string {
  const { on = [], not = [], stage = [], q = '' } = filter;
  const query = formatState({ ...EMPTY, on, not, stages: stage, q });
  return query ? `/?${query}` : '/';
}

/** Tests if a row passes every filter except the search. */
export function matches(row: Row, state: FilterState): boolean {
  const { stages, on, not, endpoint, family } = state;
  const getMark = (platform: string): FeatureMark => row.marks[platform] ?? 'unknown';
  return (
    (stages.length === 0 || stages.includes(row.stage)) &&
    (!family || row.family === family) &&
    (!endpoint || row.endpoints.includes(endpoint)) &&
    on.every((platform) => isAvailable(getMark(platform))) &&
    // Only a source can say that a feature is missing. Unknown does not count.
    not.every((platform) => getMark(platform) === 'unavailable')
  );
}

/**
 * Selects the rows to show, in their order. A search puts the best matches first, unless the
 * reader chose another order.
 */
export function selectRows<R extends Row>(
  rows: readonly R[],
  state: FilterState,
  stageOrder: readonly string[],
): R[] {
  const passing = rows.filter((row) => matches(row, state));
  const found = state.q.trim() ? rankRows(passing, state.q) : passing;
  return sortRows(found, state.sort, stageOrder);
}

/** Sorts rows. `stageOrder` lists the stages in their order. `use` keeps the order of the rows. */
export function sortRows<R extends Row>(
  rows: readonly R[],
  sort: Sort,
  stageOrder: readonly string[],
): R[] {
  const byName = (a: R, b: R): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const byDate = (a: R, b: R): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0);
  const orders: Record<Exclude<Sort, 'use'>, (a: R, b: R) => number> = {
    newest: (a, b) => byDate(b, a) || byName(a, b),
    oldest: (a, b) => byDate(a, b) || byName(a, b),
    name: byName,
    stage: (a, b) =>
      stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage) || byDate(b, a) || byName(a, b),
  };
  return sort === 'use' ? [...rows] : [...rows].sort(orders[sort]);
}

/** Counts the rows that each stage would show under the other filters. */
export function countStages(rows: readonly Row[], state: FilterState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of selectRows(rows, { ...state, stages: [], sort: 'use' }, []))
    counts.set(row.stage, (counts.get(row.stage) ?? 0) + 1);
  return counts;
}

/** Filters, sorts and counts the rows of the catalog table, and reads its state from the URL. */
import { type FeatureMark, isAvailable } from './claim-marks.ts';

/** The data of one row of the table. */
export interface Row {
  readonly id: string;
  readonly title: string;
  readonly stage: string;
  readonly family: string;
  /** The groups of endpoints that the beta is about. */
  readonly endpoints: readonly string[];
  readonly since: string;
  /** The text that is searched, in lower case. */
  readonly text: string;
  /** The mark of its feature on each platform. */
  readonly marks: Readonly<Record<string, FeatureMark>>;
}

export const SORTS = ['newest', 'oldest', 'name', 'stage'] as const;
export type Sort = (typeof SORTS)[number];

export interface FilterState {
  readonly q: string;
  readonly stages: readonly string[];
  readonly on: string;
  readonly missing: string;
  readonly endpoint: string;
  readonly family: string;
  readonly sort: Sort;
}

/** Nothing filtered, newest first. */
export const EMPTY: FilterState = {
  q: '',
  stages: [],
  on: '',
  missing: '',
  endpoint: '',
  family: '',
  sort: 'newest',
};

/** Reads the state from a query string. Unknown parameters are ignored. */
export function parseState(params: URLSearchParams): FilterState {
  const sort = params.get('sort') as Sort;
  return {
    q: params.get('q') ?? '',
    stages: (params.get('stage') ?? '').split(',').filter(Boolean),
    on: params.get('on') ?? '',
    missing: params.get('missing') ?? '',
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
  for (const key of ['on', 'missing', 'endpoint', 'family'] as const)
    if (state[key]) params.set(key, state[key]);
  if (state.sort !== EMPTY.sort) params.set('sort', state.sort);
  return params.toString().replaceAll('%2C', ',').replaceAll('%2F', '/');
}

/** Reports whether a row passes the filters. Every word of the query must be in its text. */
export function matches(row: Row, state: FilterState): boolean {
  const { q, stages, on, missing, endpoint, family } = state;
  if (stages.length && !stages.includes(row.stage)) return false;
  if (family && row.family !== family) return false;
  if (endpoint && !row.endpoints.includes(endpoint)) return false;
  if (on && !isAvailable(row.marks[on] ?? 'unknown')) return false;
  // Only a source can say that a feature is missing. Unknown does not count.
  if (missing && row.marks[missing] !== 'unavailable') return false;
  return q
    .toLowerCase()
    .split(/\s+/)
    .every((word) => row.text.includes(word));
}

/** Sorts rows. `stageOrder` lists the stages in their order. */
export function sortRows<R extends Row>(
  rows: readonly R[],
  sort: Sort,
  stageOrder: readonly string[],
): R[] {
  const byName = (a: R, b: R): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  const byDate = (a: R, b: R): number => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0);
  const orders: Record<Sort, (a: R, b: R) => number> = {
    newest: (a, b) => byDate(b, a) || byName(a, b),
    oldest: (a, b) => byDate(a, b) || byName(a, b),
    name: byName,
    stage: (a, b) =>
      stageOrder.indexOf(a.stage) - stageOrder.indexOf(b.stage) || byDate(b, a) || byName(a, b),
  };
  return [...rows].sort(orders[sort]);
}

/** Counts the rows that each stage would show under the other filters. */
export function countStages(rows: readonly Row[], state: FilterState): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows)
    if (matches(row, { ...state, stages: [] }))
      counts.set(row.stage, (counts.get(row.stage) ?? 0) + 1);
  return counts;
}

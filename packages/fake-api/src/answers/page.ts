/** Pages of lists, by cursor ids or by token. */
import { HttpError } from '../call.ts';

interface Listed {
  readonly id: string;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

/**
 * Returns one page by `limit`, `after_id` and `before_id`, as models, batches and older lists do.
 * The page after or before an id that is not in the list is empty.
 */
export function readPageById(items: readonly Listed[], query: URLSearchParams): object {
  const limit = readLimit(query);
  const after = query.get('after_id');
  const before = query.get('before_id');
  if (after !== null && before !== null)
    throw new HttpError(400, 'before_id: cannot be combined with `after_id`');
  const [start, end] = findRange(items, after, before, limit);
  const data = items.slice(start, end);
  return {
    data,
    has_more: before === null ? end < items.length : start > 0,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}

function findRange(
  items: readonly Listed[],
  after: string | null,
  before: string | null,
  limit: number,
): [start: number, end: number] {
  if (before !== null) {
    const end = Math.max(0, findIndex(items, before));
    return [Math.max(0, end - limit), end];
  }
  const last = after === null ? -1 : findIndex(items, after);
  const start = after !== null && last < 0 ? items.length : last + 1;
  return [start, start + limit];
}

/** Returns one page by `limit` and the `page` token of the previous page, as for files. */
export function readPageByToken(items: readonly Listed[], query: URLSearchParams): object {
  const limit = readLimit(query);
  const page = query.get('page');
  const found = page === null ? 0 : findIndex(items, page.replace(/^page_/, ''));
  const start = found < 0 ? items.length : found;
  const next = items[start + limit];
  return { data: items.slice(start, start + limit), next_page: next ? `page_${next.id}` : null };
}

const findIndex = (items: readonly Listed[], id: string): number =>
  items.findIndex((item) => item.id === id);

function readLimit(query: URLSearchParams): number {
  const value = query.get('limit');
  if (value === null) return DEFAULT_LIMIT;
  const limit = /^\d+$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MAX_LIMIT)
    throw new HttpError(400, `limit: Input should be a whole number from 1 to ${MAX_LIMIT}`);
  return limit;
}

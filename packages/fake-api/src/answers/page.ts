/** Pages of lists, by cursor ids or by token. */
import { HttpError } from '../call.ts';

interface Listed {
  readonly id: string;
}

const DEFAULT_LIMIT = 20;
const MAX_LIMIT = 1000;

/** One page, by `limit`, `after_id` and `before_id`, as models, batches and older lists have it. */
export function pageById(items: readonly Listed[], query: URLSearchParams): object {
  const limit = readLimit(query);
  const after = query.get('after_id');
  const before = query.get('before_id');
  if (after !== null && before !== null)
    throw new HttpError(400, 'before_id: cannot be combined with `after_id`');
  const end = before === null ? undefined : findIndex(items, 'before_id', before);
  const start =
    end === undefined
      ? after === null
        ? 0
        : findIndex(items, 'after_id', after) + 1
      : Math.max(0, end - limit);
  const data = items.slice(start, Math.min(start + limit, end ?? items.length));
  return {
    data,
    has_more: end === undefined ? start + limit < items.length : start > 0,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  };
}

/** One page, by `limit` and the `page` that the page before named, as files have it. */
export function pageByToken(items: readonly Listed[], query: URLSearchParams): object {
  const limit = readLimit(query);
  const page = query.get('page');
  const start = page === null ? 0 : findIndex(items, 'page', page.replace(/^page_/, ''));
  const next = items[start + limit];
  return { data: items.slice(start, start + limit), next_page: next ? `page_${next.id}` : null };
}

function readLimit(query: URLSearchParams): number {
  const value = query.get('limit');
  if (value === null) return DEFAULT_LIMIT;
  const limit = /^\d+$/.test(value) ? Number(value) : 0;
  if (limit < 1 || limit > MAX_LIMIT)
    throw new HttpError(400, `limit: Input should be a whole number from 1 to ${MAX_LIMIT}`);
  return limit;
}

function findIndex(items: readonly Listed[], name: string, id: string): number {
  const index = items.findIndex((item) => item.id === id);
  if (index < 0) throw new HttpError(400, `${name}: no item of this list has that id`);
  return index;
}

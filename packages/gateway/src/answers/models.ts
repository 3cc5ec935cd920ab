/** Answers `/v1/models` from the configured models. */
import type { Settings } from '../options.ts';
import type { Target } from '../request/target.ts';
import { GatewayError } from './error.ts';

/** The largest page, and the default size, of the API. */
const MAX_LIMIT = 1000;
const LIMIT = 20;
/** The API's date of a model whose release date is not known. */
const UNKNOWN_DAY = '1970-01-01T00:00:00Z';

interface ModelInfo {
  readonly type: 'model';
  readonly id: string;
  readonly display_name: string;
  readonly created_at: string;
}

/**
 * Answers with the models that clients may request, or with one of them.
 * @throws {GatewayError} for a model that is not configured
 */
export function answerModels({ upstreams }: Settings, { route, search }: Target): Response {
  const ids = [...new Set(upstreams.flatMap(({ upstream }) => Object.keys(upstream.models ?? {})))];
  const id = readId(route.path);
  if (id === undefined) return Response.json(listPage(ids, new URLSearchParams(search)));
  if (!ids.includes(id)) throw new GatewayError('not_found', `model: ${id.slice(0, 100)}`);
  return Response.json(describeModel(id));
}

function readId(path: string): string | undefined {
  const encoded = path.slice('/v1/models/'.length);
  if (encoded === '') return undefined;
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

const describeModel = (id: string): ModelInfo => ({
  type: 'model',
  id,
  display_name: id,
  created_at: UNKNOWN_DAY,
});

function listPage(ids: readonly string[], query: URLSearchParams): object {
  const limit = Math.min(
    Math.max(Math.trunc(Number(query.get('limit') ?? LIMIT)) || LIMIT, 1),
    MAX_LIMIT,
  );
  const after = ids.indexOf(query.get('after_id') ?? '');
  const before = ids.indexOf(query.get('before_id') ?? '');
  const end = before < 0 ? after + 1 + limit : before;
  const start = before < 0 ? after + 1 : Math.max(0, before - limit);
  const page = ids.slice(start, end);
  return {
    data: page.map(describeModel),
    has_more: before < 0 ? end < ids.length : start > 0,
    first_id: page[0] ?? null,
    last_id: page.at(-1) ?? null,
  };
}

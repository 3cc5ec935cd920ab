/** /v1/models: the models of the catalog that are not retired. */
import { type Call, HttpError } from '../call.ts';
import { json } from '../errors.ts';

/** The manifest does not know the day; the epoch is what the API itself uses for that. */
const UNKNOWN_DAY = '1970-01-01T00:00:00Z';

/** Answers GET /v1/models. */
export function listModels(call: Call): Response {
  const data = infos(call);
  return json({
    data,
    has_more: false,
    next_page: null,
    first_id: data[0]?.id ?? null,
    last_id: data.at(-1)?.id ?? null,
  });
}

/** Answers GET /v1/models/{id}. */
export function retrieveModel(call: Call, id: string): Response {
  const info = infos(call).find((model) => model.id === id);
  if (!info) throw new HttpError(404, `model: ${id}`);
  return json(info);
}

function infos({ catalog }: Call): (Record<string, unknown> & { id: string })[] {
  return catalog.models
    .filter(({ retired }) => retired === undefined)
    .map(({ id, title, retires }) => ({
      id,
      type: 'model',
      display_name: title,
      created_at: UNKNOWN_DAY,
      deprecated_at: retires === undefined ? null : UNKNOWN_DAY,
      // An announced day that has passed makes a model overdue, not gone.
      lifecycle: retires === undefined ? 'active' : 'deprecated',
      retires_at: retires === undefined ? null : `${retires}T00:00:00Z`,
      line: null,
      capabilities: null,
      max_input_tokens: null,
      max_tokens: null,
    }));
}

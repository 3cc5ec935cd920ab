/** /v1/models: the models of the catalog that are not retired. */
import { type Call, HttpError } from '../call.ts';
import { json } from '../errors.ts';
import { readPageById } from './page.ts';

/** The creation days are made up, four weeks apart, because the manifest does not have them. */
const NEWEST = Date.UTC(2026, 10, 1);
const DAY = 24 * 60 * 60 * 1000;
const toTime = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** Answers GET /v1/models. */
export const listModels = (call: Call, query: URLSearchParams): Response =>
  json(readPageById(describeModels(call), query));

/** Answers GET /v1/models/{id}. */
export function retrieveModel(call: Call, id: string): Response {
  const model = describeModels(call).find((one) => one.id === id);
  if (!model) throw new HttpError(404, `model: ${id}`);
  return json(model);
}

function describeModels({ catalog }: Call): (Record<string, unknown> & { id: string })[] {
  return catalog.models
    .filter(({ retired }) => retired === undefined)
    .map(({ id, title, retires }, i) => ({
      id,
      type: 'model',
      display_name: title,
      created_at: toTime(NEWEST - i * 28 * DAY),
      deprecated_at: retires === undefined ? null : toTime(Date.parse(retires) - 60 * DAY),
      // A model may outlive its announced end.
      lifecycle: retires === undefined ? 'active' : 'deprecated',
      retires_at: retires === undefined ? null : `${retires}T00:00:00Z`,
      line: null,
      capabilities: null,
      max_input_tokens: null,
      max_tokens: null,
    }));
}

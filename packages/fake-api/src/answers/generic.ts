/**
 * Answers endpoints of the manifest that have no specific answer, with the usual fields and no
 * state.
 */
import type { Catalog } from '@beta-headers/manifest';
import { type Call, HttpError } from '../call.ts';
import { json } from '../errors.ts';
import { matchesAnyEndpoint } from '../gate/endpoint.ts';
import { respondWithEvents } from './stream.ts';

/**
 * Lists every endpoint pattern of the catalog: those of uses, constraints, SDK methods and legacy
 * shapes.
 */
function listKnownEndpoints(catalog: Catalog): string[] {
  const ofFeatures = catalog.features.flatMap(({ uses, constraints }) => [
    ...uses.flatMap(({ endpoint = [] }) => endpoint),
    ...constraints.flatMap(({ all }) =>
      all.flatMap((part) => ('endpoint' in part ? (part.endpoint ?? []) : [])),
    ),
  ]);
  return [
    ...ofFeatures,
    ...catalog.betas.flatMap(({ selectsAt, sdk }) => [...selectsAt, ...sdk.sends]),
  ];
}

/** Endpoints whose answers have a shape of their own, which is not made here. */
const NOT_SERVED = new Set(['/v1/chat/completions']);

/**
 * Guesses the answer from the path: a list, an object, a deletion, a download or a stream. Throws
 * 404 if the catalog does not name the endpoint.
 */
export function answerGeneric(call: Call): Response {
  const { ids, method, path } = call;
  if (NOT_SERVED.has(path) || !matchesAnyEndpoint(listKnownEndpoints(call.catalog), method, path))
    throw new HttpError(404, `Not found: ${method} ${path}`);
  const segments = path
    .split('/')
    .filter((segment) => segment !== '' && segment !== 'v1' && segment !== 'organizations');
  const last = segments.at(-1) ?? '';
  // A segment after a collection is an id too, unless it is the plural of another collection.
  const id = segments.findLast(
    (segment, i) => isId(segment) || (!isPlural(segment) && isPlural(segments[i - 1] ?? '')),
  );
  // Not every collection is in the plural: external_storage is known by the id after it.
  const noun = segments.find((segment, i) => !isId(segment) && isId(segments[i + 1] ?? ''));
  const type = toSingular(
    segments.findLast((segment) => !isId(segment) && isPlural(segment)) ?? noun ?? last,
  );
  const object = (own = id): Record<string, unknown> => ({
    id: own ?? ids.next(type),
    type,
    created_at: new Date().toISOString(),
  });

  if (method === 'DELETE') return json({ id: id ?? last, type: `${type}_deleted` });
  if (method === 'POST' && path === '/v1/oauth/token')
    return json({ access_token: 'fake-access-token', token_type: 'Bearer', expires_in: 3600 });
  // POST to a collection creates an object; POST to an object, or to a verb below it, answers
  // with the object.
  if (method !== 'GET')
    return json(object(isPlural(last) && !isId(last) ? ids.next(toSingular(last)) : id));
  if (last === 'content')
    return new Response(
      new Uint8Array([0x50, 0x4b, 0x05, 0x06, ...new Array<number>(18).fill(0)]),
      { headers: { 'content-type': 'application/zip' } },
    );
  if (last === 'stream') return respondWithEvents([{ type: 'ping' }]);
  if (isId(last)) return json(object());
  const list = { data: [], has_more: false, next_page: null, first_id: null, last_id: null };
  // A noun in the singular may be a list or an object, `analytics/usage` or
  // `managed_settings/configuration`: the answer is both.
  return json(isPlural(last) ? list : { ...object(), ...list });
}

/** Ids hold a digit or a capital; the words in paths do not. */
const isId = (segment: string): boolean => /[0-9A-Z]/.test(segment);
const isPlural = (segment: string): boolean => segment.endsWith('s');
const toSingular = (segment: string): string => segment.replace(/ies$/, 'y').replace(/s$/, '');

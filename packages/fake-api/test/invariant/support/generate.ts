/** Generated requests, made of values that rules look for, header values and unknown names. */
import type { BetaRequest } from '@beta-headers/core';
import type { CatalogCondition, Platform } from '@beta-headers/manifest';
import { catalog } from '@beta-headers/manifest/data';
import fc from 'fast-check';
import type { Case } from './faults.ts';
import { DEPLOYMENT, UNLISTED } from './models.ts';
import { listParts, MESSAGES, makeApiRequest, makeNativeRequest, merge } from './requests.ts';

/** Every condition that the manifest has. */
const CONDITIONS: readonly CatalogCondition[] = [
  ...catalog.features.flatMap(({ uses, constraints, substitutes }) => [
    ...uses,
    ...constraints.flatMap(({ all }) =>
      all.flatMap((part) => ('beta' in part ? [] : 'absent' in part ? [part.absent] : [part])),
    ),
    ...substitutes.flatMap(({ when, unless }) => (unless ? [when, unless] : [when])),
  ]),
  ...catalog.betas.flatMap(({ requires }) => requires),
];

const isAboutMessages = ({ endpoint }: CatalogCondition): boolean =>
  !endpoint || endpoint.some((one) => one.startsWith(MESSAGES));

/** Values that meet conditions about message params, and values that nearly do. */
const PARTS = [
  ...CONDITIONS.filter(isAboutMessages).flatMap(listParts),
  ...CONDITIONS.filter(isAboutMessages).flatMap(({ at = '[]' }) =>
    at.includes('[]') ? [] : [{ [at.split('.', 1)[0] ?? at]: null }],
  ),
];
const NOISE = [
  { shiny: { a: 1 } },
  { tools: [{ type: 'teleport_20270101', name: 't' }] },
  { tools: [{ name: 'mine', input_schema: {} }] },
  { messages: [{ role: 'user', content: [{ type: 'hologram' }] }] },
  { messages: [{ role: 'user', content: 'hi' }] },
  { stream: true, temperature: 1 },
  { betas: ['context-management-2025-06-27'] },
];
const part = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<object>(...PARTS) },
  { weight: 1, arbitrary: fc.constantFrom<object>(...NOISE) },
);
/** Mostly one or two parts: with more, hardly any request works. */
const params = fc
  .oneof(fc.array(part, { maxLength: 2 }), fc.array(part, { maxLength: 5 }))
  .map(merge);

const ENDED = catalog.models.filter(({ retired }) => retired !== undefined).map(({ id }) => id);
const CURRENT = catalog.models.map(({ id }) => id).filter((id) => !ENDED.includes(id));

/** Ids as platforms and gateways write them. */
const model = fc
  .tuple(
    fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(...CURRENT, UNLISTED, DEPLOYMENT) },
      { weight: 1, arbitrary: fc.constantFrom(...ENDED) },
    ),
    fc.constantFrom('', '', '-20250929', '@20250929', '-v1:0', '-latest'),
  )
  .map(([id, end]) => (id === DEPLOYMENT ? id : id + end));

const beta = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...catalog.betas.map(({ id }) => id)) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('shiny-2027-02-02', 'MCP-Client-2025-11-20', 'two words', ''),
  },
);
const betas = fc.oneof(fc.array(beta, { maxLength: 1 }), fc.array(beta, { maxLength: 5 }));

/** Endpoints that rules or platforms name, with methods in the place of `*`. */
const ENDPOINTS = [
  ...CONDITIONS.flatMap(({ endpoint = [] }) => endpoint),
  ...catalog.platforms.flatMap(({ endpoints }) => endpoints.flatMap((one) => one.endpoint ?? [])),
  'GET /v1/models',
  'POST /v1/unheard/of',
].flatMap((one) =>
  one.startsWith('* ') ? ['GET', 'POST', 'DELETE'].map((verb) => verb + one.slice(1)) : [one],
);
const query = fc
  .array(fc.constantFrom(...CONDITIONS.filter((one) => !isAboutMessages(one))), { maxLength: 2 })
  .map((found) => merge(found.flatMap((one) => listParts(one).slice(0, 1))));

const messages = fc
  .tuple(fc.constantFrom(MESSAGES, MESSAGES, 'POST /v1/messages/count_tokens'), params, model)
  .chain(([endpoint, body, name]) => betas.map((ids) => makeApiRequest(endpoint, body, name, ids)));
const elsewhere = fc
  .tuple(fc.constantFrom(...new Set(ENDPOINTS)), query, betas)
  .map(([endpoint, body, ids]) => makeApiRequest(endpoint, body, undefined, ids));
const batch = fc
  .tuple(fc.array(fc.tuple(params, model), { minLength: 1, maxLength: 3 }), betas)
  .map(([items, ids]): BetaRequest => {
    const requests = items.map(([body, name], i) => ({
      custom_id: `${i}`,
      params: { model: name, ...body },
    }));
    const headers = ids.length > 0 ? { 'anthropic-beta': ids.join(',') } : {};
    return { method: 'POST', url: '/v1/messages/batches', headers, body: { requests } };
  });
const native = (platform: Platform): fc.Arbitrary<BetaRequest> =>
  fc
    .tuple(params, model, betas)
    .map(
      ([body, name, ids]) =>
        makeNativeRequest(platform, body, name, ids) ?? makeApiRequest(MESSAGES, body, name, ids),
    );

/** A request for a platform; its body is a value, or its text. */
export const cases: fc.Arbitrary<Case> = fc
  .constantFrom(...catalog.platforms.map(({ id }) => id))
  .chain((platform) =>
    fc
      .tuple(
        fc.oneof(
          { weight: 4, arbitrary: messages },
          { weight: 4, arbitrary: native(platform) },
          { weight: 1, arbitrary: batch },
          { weight: 2, arbitrary: elsewhere },
        ),
        fc.nat(9),
      )
      .map(([request, dice]) => ({
        platform,
        request: dice === 0 ? { ...request, body: toText(request.body) } : request,
      })),
  );

const toText = (body: unknown): unknown => (body === undefined ? body : JSON.stringify(body));

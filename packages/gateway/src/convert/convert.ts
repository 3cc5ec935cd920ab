/** Converts requests in the Messages form for any platform. */
import { readRoute, type WireForm } from '@beta-headers/grammar';
import type { Upstream } from '../types.ts';
import { convertForApi } from './api-form.ts';
import { convertForBedrock } from './bedrock.ts';
import { readMessageRequest } from './message-request.ts';
import type { Convert } from './types.ts';
import { convertForVertex } from './vertex.ts';

/** The platforms whose form is not that of the Claude API. */
const FORMS: Readonly<Partial<Record<Upstream['platform'], WireForm>>> = {
  bedrock: 'invoke',
  'bedrock-converse': 'converse',
  vertex: 'raw-predict',
};

/**
 * Converts a request in the Messages form for an upstream. Returns `undefined` if the upstream has
 * no counterpart of the endpoint. Converse has none.
 * @throws {ConversionError} if the request cannot be converted, such as one without a model
 * @example
 * ```ts
 * const converted = convert(request, upstream, { errors: 'classified', pingMs: 15_000 });
 * ```
 */
export const convert: Convert = (request, upstream, options) => {
  const route = readRoute(request.method, request.path);
  const form = FORMS[upstream.platform] ?? 'api';
  if (route.form !== 'api') return undefined;
  if (form === 'api') return convertForApi(request, upstream, route);
  if (form === 'converse' || route.params !== 'body') return undefined;
  const read = readMessageRequest(request, route, upstream);
  return form === 'invoke'
    ? convertForBedrock(read, upstream, options)
    : convertForVertex(read, upstream, options);
};

/**
 * The platforms that speak the form of the Claude API: Mantle, Foundry, Claude on AWS and on Google
 * Cloud. Only the base URL and the names of models differ.
 */

import { editJson, type JsonEdit } from '@beta-headers/core/edit';
import type { Route } from '@beta-headers/grammar';
import type { Upstream } from '../types.ts';
import { copyHeaders, isObject, parseObject } from './message-request.ts';
import { mapModel } from './model.ts';
import type { ConvertedRequest, ConvertibleRequest } from './types.ts';
import { joinUrl } from './upstream-url.ts';

/**
 * Converts a request. Only names of models change, and only if the upstream maps them: the rest of
 * the body keeps its bytes, and so does the response.
 * @throws {ConversionError} if models are mapped and the body is no JSON object
 */
export function convertForApi(
  request: ConvertibleRequest,
  upstream: Upstream,
  route: Route,
): ConvertedRequest {
  const { search } = new URL(request.path, 'http://localhost');
  return {
    url: joinUrl(upstream, route.path, search),
    headers: copyHeaders(request.headers),
    body: mapModels(request.body, upstream, route),
    convertResponse: async (response) => response,
  };
}

function mapModels(text: string, upstream: Upstream, { params }: Route): string {
  if (upstream.models === undefined || params === 'none') return text;
  const edits = listEdits(parseObject(text.replace(/^\uFEFF/, '')), upstream, params === 'batch');
  return edits.length === 0 ? text : editJson(text.replace(/^\uFEFF/, ''), edits);
}

function listEdits(
  body: Readonly<Record<string, unknown>>,
  upstream: Upstream,
  isBatch: boolean,
): JsonEdit[] {
  if (!isBatch) return listModelEdit(body, upstream, []);
  const requests = Array.isArray(body.requests) ? body.requests : [];
  return requests.flatMap((item: unknown, i) =>
    isObject(item) ? listModelEdit(item.params, upstream, ['requests', i, 'params']) : [],
  );
}

function listModelEdit(
  params: unknown,
  upstream: Upstream,
  at: readonly (string | number)[],
): JsonEdit[] {
  const model = isObject(params) ? params.model : undefined;
  if (typeof model !== 'string') return [];
  const set = mapModel(upstream, model);
  return set === model ? [] : [{ at: [...at, 'model'], set }];
}

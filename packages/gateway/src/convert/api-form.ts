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
import { moveUserProfile, USER_PROFILE_HEADER } from './user-profile.ts';

/**
 * Converts a request. Only names of models change, and only if the upstream maps them: the rest of
 * the body keeps its bytes, and so does the response. Mantle takes the id of a user's profile from
 * the body.
 * @throws {ConversionError} if models are mapped and the body is no JSON object
 */
export function convertForApi(
  request: ConvertibleRequest,
  upstream: Upstream,
  route: Route,
): ConvertedRequest {
  const { search } = new URL(request.path, 'http://localhost');
  const headers = copyHeaders(request.headers);
  return {
    url: joinUrl(upstream, route.path, search),
    headers,
    body: editBody(request.body, headers, upstream, route),
    convertResponse: async (response) => response,
  };
}

function editBody(text: string, headers: Headers, upstream: Upstream, route: Route): string {
  const isMantle = upstream.platform === 'bedrock-mantle' && headers.has(USER_PROFILE_HEADER);
  if (route.params === 'none' || (upstream.models === undefined && !isMantle)) return text;
  const plain = text.replace(/^\uFEFF/, '');
  const body = parseObject(plain);
  const edits = [
    ...listEdits(body, upstream, route.params === 'batch'),
    ...(isMantle ? moveUserProfile(headers, body) : []),
  ];
  return edits.length === 0 ? text : editJson(plain, edits);
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

/** Requests that meet conditions of the manifest, in the forms that a platform takes. */
import type { BetaRequest } from '@beta-headers/core';
import type { CatalogCondition, Platform } from '@beta-headers/manifest';
import { listValues, makeBody } from '../../support/requests.ts';
import type { Case } from './faults.ts';

type Fields = Record<string, unknown>;

/** Merges parts of message params. Lists are concatenated. */
export function merge(parts: readonly object[]): Fields {
  const merged: Fields = {};
  for (const part of parts as Fields[]) {
    for (const [key, value] of Object.entries(part)) {
      const before = merged[key];
      if (Array.isArray(before) && Array.isArray(value)) merged[key] = [...before, ...value];
      else if (isFields(before) && isFields(value)) merged[key] = merge([before, value]);
      else merged[key] = value;
    }
  }
  return merged;
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Lists a part of the params for each value that meets a condition; an empty part if the condition
 * has no place.
 */
export function listParts(condition: CatalogCondition): object[] {
  if (condition.at === undefined) return [{}];
  return listValues(condition).map((value) => makeBody(condition, value));
}

/** Fills in the variables of an endpoint, as in `POST /v1/x`. */
export function resolveEndpoint(pattern: string): [method: string, path: string] {
  const [verb = '', path = ''] = pattern.split(' ');
  const method = verb === '*' ? 'GET' : verb;
  return [method, path.replace(/\/\*\*$/, '').replace(/\{.+?\}/g, 'x1')];
}

const hasBody = (method: string): boolean => !/^(GET|DELETE)$/.test(method);

/**
 * Makes a request in the Claude API's own form: params in the body, in the items or in the query.
 */
export function makeApiRequest(
  endpoint: string,
  params: object,
  model?: string,
  betas: readonly string[] = [],
): BetaRequest {
  const [method, path] = resolveEndpoint(endpoint);
  const headers = betas.length > 0 ? { 'anthropic-beta': betas.join(',') } : {};
  if (!hasBody(method)) {
    const query = new URLSearchParams(params as Record<string, string>).toString();
    return { method, url: query ? `${path}?${query}` : path, headers };
  }
  const item = { ...(model !== undefined && { model }), ...params };
  const isBatch = path === '/v1/messages/batches';
  const body = isBatch ? { requests: [{ custom_id: 'a', params: item }] } : item;
  return { method, url: path, headers, body };
}

/** Makes a message request on the platform's own paths; `undefined` if it has none. */
export function makeNativeRequest(
  platform: Platform,
  params: object,
  model: string,
  betas: readonly string[] = [],
): BetaRequest | undefined {
  const list = betas.length > 0 ? { anthropic_beta: betas } : {};
  const name = encodeURIComponent(model);
  const method = 'POST';
  if (platform === 'bedrock') {
    const body = { anthropic_version: 'bedrock-2023-05-31', ...params, ...list };
    return { method, url: `/model/us.anthropic.${name}/invoke`, body };
  }
  if (platform === 'bedrock-converse') {
    const body = { messages: [], additionalModelRequestFields: { ...params, ...list } };
    return { method, url: `/model/us.anthropic.${name}/converse`, body };
  }
  if (platform !== 'vertex') return undefined;
  const headers = betas.length > 0 ? { 'anthropic-beta': betas.join(',') } : {};
  const url = `/v1/projects/p/locations/global/publishers/anthropic/models/${name}:rawPredict`;
  return { method, url, headers, body: { anthropic_version: 'vertex-2023-10-16', ...params } };
}

/** The endpoint whose native form differs from the API's. */
export const MESSAGES = 'POST /v1/messages';

/** Lists the requests to an endpoint, in every form. */
export function listCases(
  platform: Platform,
  endpoint: string,
  params: object,
  model: string,
  betas: readonly string[],
): Case[] {
  const forms = [
    makeApiRequest(endpoint, params, model, betas),
    endpoint === MESSAGES ? makeNativeRequest(platform, params, model, betas) : undefined,
  ];
  return forms.flatMap((request) => (request ? [{ request, platform }] : []));
}
